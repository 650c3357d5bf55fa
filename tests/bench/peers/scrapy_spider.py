"""Peer: Scrapy tuned for one fast host: 32 requests at once, no cookies, no robots.txt, rows as JSON lines.

Run: scrapy runspider scrapy_spider.py -a url=http://127.0.0.1:PORT/ -o rows.jsonl
Takes what Soi reads of these pages, from JSON-LD where it is, else from the markup. Prints its usage as its last line.
"""

import json
import resource
import sys
import time

import scrapy


def cpu_now():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


class ShopSpider(scrapy.Spider):
    name = "shop"
    custom_settings = {
        "CONCURRENT_REQUESTS": 32,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 32,
        "COOKIES_ENABLED": False,
        "ROBOTSTXT_OBEY": False,
        "TELNETCONSOLE_ENABLED": False,
        "LOG_LEVEL": "ERROR",
    }

    def __init__(self, url, **kwargs):
        super().__init__(**kwargs)
        self.start_urls = [url]
        self.begun = time.perf_counter()
        self.start_up = cpu_now()

    def parse(self, response):
        for link in response.css('a[href^="/danh-muc/"]::attr(href)').getall():
            yield response.follow(link, self.parse)
        for link in response.css('a[href^="/san-pham/"]::attr(href)').getall():
            yield response.follow(link, self.parse_product)

    def parse_product(self, response):
        for block in response.css('script[type="application/ld+json"]::text').getall():
            data = json.loads(block)
            if data.get("@type") == "Product":
                offer = data["offers"]
                yield {
                    "url": response.url,
                    "title": data["name"],
                    "description": data["description"],
                    "sku": data["sku"],
                    "brand": data["brand"]["name"],
                    "images": [response.urljoin(image) for image in data["image"]],
                    "price": offer["price"],
                    "currency": offer["priceCurrency"],
                    "availability": offer["availability"],
                    "seller": offer["seller"]["name"],
                }
                return
        yield {
            "url": response.url,
            "title": response.css("h1::text").get(),
            "description": " ".join(response.css(".description ::text").getall()),
            "images": [response.urljoin(image) for image in response.css("main > img::attr(src)").getall()],
            "price": response.css(".price::text").get(),
            "availability": response.css("main > button::text").get(),
        }

    def closed(self, reason):
        usage = {
            "seconds": time.perf_counter() - self.begun,
            "cpuSeconds": cpu_now() - self.start_up,
            "startUpCpuSeconds": self.start_up,
            "peakRssMb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            "endedAt": time.time() * 1000,
        }
        sys.stdout.write(json.dumps(usage) + "\n")
        sys.stdout.flush()
