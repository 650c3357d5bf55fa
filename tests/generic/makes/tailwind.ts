import { type Goods, goods, grouped, type Make } from './make.ts'

/** A shop in utility classes that name nothing, as Laravel prints it: no structured data. */
const BASE = 'https://tailwind-shop.example'
const GOODS = goods(21, [
  'Bình giữ nhiệt 500ml',
  'Hộp cơm inox',
  'Túi vải canvas',
  'Ô gấp tự động',
  'Sổ tay bìa da',
  'Bút máy ngòi mảnh',
])
const money = (amount: number) => `${grouped(amount)} ₫`
const shell = (title: string, body: string) =>
  `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><meta name="csrf-token" content="x"><title>${title}</title><link rel="stylesheet" href="/build/assets/app-1.css"></head><body class="font-sans antialiased bg-gray-50"><header class="sticky top-0 bg-white shadow"><div class="max-w-7xl mx-auto flex items-center justify-between"><a href="/" class="text-xl font-bold">Góc Nhỏ</a><nav class="flex gap-4"><a href="/danh-muc/gia-dung" class="hover:underline">Gia dụng</a><a href="/lien-he">Liên hệ</a></nav><a href="/gio-hang" class="relative"><span class="badge">2</span><span>158.000 ₫</span></a></div></header><main class="max-w-7xl mx-auto py-8">${body}</main><footer class="bg-gray-800 text-white"><p>Freeship đơn từ 250.000 ₫</p></footer></body></html>`
const card = (one: Goods) =>
  `<a href="/san-pham/${one.slug}" class="group block rounded-lg border bg-white p-3"><img src="/storage/products/${one.id}.webp" class="aspect-square w-full object-cover" alt="${one.name}"><h3 class="mt-2 text-sm text-gray-700">${one.name}</h3><div class="mt-1 flex items-baseline gap-2"><span class="text-lg font-semibold text-red-600">${money(one.price)}</span>${one.old ? `<span class="text-sm text-gray-400 line-through">${money(one.old)}</span>` : ''}</div></a>`
const product = (one: Goods) =>
  shell(
    `${one.name} | Góc Nhỏ`,
    `<nav class="text-sm text-gray-500"><a href="/">Trang chủ</a> / <a href="/danh-muc/gia-dung">Gia dụng</a> / <span>${one.name}</span></nav><div class="grid grid-cols-2 gap-8"><div><img src="/storage/products/${one.id}.webp" class="rounded-xl" alt="${one.name}"><div class="flex gap-2"><img src="/storage/products/${one.id}-2.webp" class="h-16 w-16" alt=""></div></div><div><h1 class="text-2xl font-bold">${one.name}</h1><p class="text-sm text-gray-500">SKU: <span class="font-mono">GN-${one.id}</span></p><div class="mt-4 flex items-end gap-3"><span class="text-3xl font-bold text-red-600">${money(one.price)}</span>${one.old ? `<span class="text-gray-400 line-through">${money(one.old)}</span><span class="rounded bg-red-100 px-2">Giảm ${money(one.old - one.price)}</span>` : ''}</div><p class="mt-2 ${one.out ? 'text-red-500' : 'text-green-600'}">${one.out ? 'Tạm hết hàng' : 'Còn hàng'}</p><form method="POST" action="/gio-hang/them/${one.id}"><input type="number" name="qty" value="1"><button class="rounded bg-indigo-600 px-6 py-3 text-white" ${one.out ? 'disabled' : ''}>${one.out ? 'Hết hàng' : 'Thêm vào giỏ hàng'}</button></form><div class="prose mt-6">${one.text}</div></div></div><section class="mt-12"><h2 class="text-xl">Có thể bạn quan tâm</h2><div class="grid grid-cols-4 gap-4">${GOODS.filter(
      (other) => other.id !== one.id,
    )
      .slice(0, 4)
      .map(card)
      .join('')}</div></section>`,
  )
const list = (page: number, items: readonly Goods[]) =>
  shell(
    'Gia dụng | Góc Nhỏ',
    `<h1 class="text-2xl font-bold">Gia dụng</h1><div class="grid grid-cols-4 gap-4">${items.map(card).join('')}</div><nav role="navigation" aria-label="Pagination Navigation" class="flex items-center justify-between"><div>${page === 1 ? '<span aria-current="page"><span>1</span></span><a href="/danh-muc/gia-dung?page=2" aria-label="Go to page 2">2</a><a href="/danh-muc/gia-dung?page=2" rel="next" aria-label="Next &raquo;"><svg></svg></a>' : '<a href="/danh-muc/gia-dung?page=1" rel="prev">«</a><span aria-current="page">2</span>'}</div></nav>`,
  )

export const tailwind: Make = {
  name: 'tailwind',
  base: BASE,
  pages: {
    '/': shell(
      'Góc Nhỏ',
      `<section><h2>Nổi bật</h2><div class="grid">${GOODS.slice(0, 2).map(card).join('')}</div></section>`,
    ),
    '/danh-muc/gia-dung': list(1, GOODS.slice(0, 4)),
    '/danh-muc/gia-dung?page=1': list(1, GOODS.slice(0, 4)),
    '/danh-muc/gia-dung?page=2': list(2, GOODS.slice(4)),
    ...Object.fromEntries(GOODS.map((one) => [`/san-pham/${one.slug}`, product(one)])),
  },
  wanted: GOODS.map((one) => ({
    path: `/san-pham/${one.slug}`,
    title: one.name,
    price: one.price,
    listPrice: one.old ?? null,
    image: `${one.id}.webp`,
    availability: one.out ? 'OutOfStock' : 'InStock',
    sku: `GN-${one.id}`,
  })),
}
