/** Fields of a listing that a column may give → headers they go by, as `nameKey` writes them (no marks, lower case). */
export const FIELDS = {
  url: ['url', 'link', 'duong dan', 'lien ket', 'dia chi san pham', 'link san pham', 'product url', 'product link', 'item url', 'listing url'],
  title: ['ten san pham', 'tieu de', 'ten hang hoa', 'ten hang', 'tieu de tin', 'product name', 'item name', 'name', 'title', 'listing title', 'ten'],
  description: ['mo ta', 'mo ta san pham', 'noi dung', 'noi dung tin', 'chi tiet', 'description', 'product description', 'details'],
  price: ['gia', 'gia ban', 'don gia', 'gia tien', 'gia niem yet ban', 'gia hien tai', 'price', 'sale price', 'current price', 'selling price', 'unit price'],
  currency: ['tien te', 'don vi tien', 'loai tien', 'currency'],
  list_price: ['gia goc', 'gia niem yet', 'gia cu', 'gia truoc giam', 'list price', 'original price', 'price before discount'],
  price_max: ['gia cao nhat', 'gia den', 'max price', 'price max'],
  brand: ['thuong hieu', 'nhan hieu', 'hang', 'brand', 'brand name'],
  sku: ['ma san pham', 'ma hang', 'sku', 'ma sku', 'item id', 'product id', 'ma tin'],
  gtin: ['ma vach', 'gtin', 'ean', 'barcode', 'upc'],
  availability: ['con hang', 'ton kho', 'tinh trang kho', 'availability', 'stock status'],
  condition: ['tinh trang', 'tinh trang hang', 'condition'],
  category: ['danh muc', 'nganh hang', 'loai hang', 'nhom hang', 'category', 'category name', 'product category'],
  images: ['hinh anh', 'anh', 'link anh', 'image', 'images', 'image url', 'picture'],
  seller_name: ['ten shop', 'shop', 'ten gian hang', 'gian hang', 'nguoi ban', 'ten nguoi ban', 'nha ban hang', 'shop name', 'seller', 'seller name', 'store', 'store name'],
  seller_url: ['link shop', 'link gian hang', 'dia chi gian hang', 'shop url', 'shop link', 'seller url', 'store url'],
  seller_location: ['dia chi', 'khu vuc', 'tinh thanh', 'noi ban', 'dia chi kho', 'kho hang', 'location', 'seller location', 'shop location', 'province', 'address'],
  seller_phone: ['so dien thoai', 'dien thoai', 'sdt', 'phone', 'phone number', 'seller phone', 'mobile'],
  posted_at: ['ngay dang', 'thoi gian dang', 'ngay tao', 'posted at', 'created at', 'listing date', 'date posted'],
  sold: ['da ban', 'so luong da ban', 'luot ban', 'sold', 'units sold', 'sales'],
  rating: ['danh gia', 'diem danh gia', 'sao', 'rating', 'average rating', 'stars'],
  ratings: ['so danh gia', 'luot danh gia', 'so luot danh gia', 'ratings', 'review count', 'number of reviews'],
  shipping: ['van chuyen', 'giao hang', 'phi van chuyen', 'shipping', 'delivery'],
} as const

export type Field = keyof typeof FIELDS
export const FIELD_NAMES = Object.keys(FIELDS) as readonly Field[]
