"""PDQ by its definition, slowly: window means and cosine sums written out, in double precision.

A second implementation, in another language and by another way, that says what src/images/pdq.ts must give for pictures
made of a formula. Run it (Python 3 with numpy) to print the rows of tests/images/pdq-rows.json anew.
"""

import json

import numpy as np

SIZES = [(64, 64), (100, 75), (130, 257), (512, 512), (37, 200), (300, 301)]


def picture(width, height, seed):
    """Integers only, so that every language draws the same."""
    y, x = np.mgrid[0:height, 0:width].astype(np.int64)
    u, v = x * 1000 // width, y * 1000 // height
    blobs = (u * (7 + seed) // 5 + v * v // (90 + 10 * seed)) % 256
    bars = ((u // (60 + 7 * seed)) * 53 + (v // (45 + 5 * seed)) * 91) % 256
    return (blobs + bars) // 2


def blur(values, axis):
    length = values.shape[axis]
    window = -(-length // 128)
    ahead, behind = window // 2, window - 1 - window // 2
    lines = np.moveaxis(values, axis, 0)
    out = np.stack([lines[max(0, i - behind) : min(length, i + ahead + 1)].mean(axis=0) for i in range(length)])
    return np.moveaxis(out, 0, axis)


def pdq(luma):
    values = luma.astype(np.float64)
    for _ in range(2):
        values = blur(blur(values, 1), 0)
    height, width = values.shape
    rows = [int((i + 0.5) * height / 64) for i in range(64)]
    columns = [int((j + 0.5) * width / 64) for j in range(64)]
    small = values[np.ix_(rows, columns)]
    steps = sum(int(abs(d) * 100 / 255) for axis in (0, 1) for d in np.diff(small, axis=axis).ravel())
    wave = np.array([[np.sqrt(2 / 64) * np.cos(np.pi * k * (2 * x + 1) / 128) for x in range(64)] for k in range(1, 17)])
    frequencies = (wave @ small @ wave.T).ravel()
    median = np.sort(frequencies)[127]
    number = sum(1 << k for k, value in enumerate(frequencies) if value > median)
    return f"{number:064x}", min(100, steps // 90)


if __name__ == "__main__":
    rows = []
    for seed, (width, height) in enumerate(SIZES):
        hash_, quality = pdq(picture(width, height, seed))
        rows.append({"width": width, "height": height, "seed": seed, "hash": hash_, "quality": quality})
    print(json.dumps(rows, indent=2))
