"""Reads the fields of scanned forms with OpenCV and ONNX Runtime: registration on the template's marks, one warp a field, one thread."""

import functools
import io
import json
import time

import cv2
import numpy
import onnxruntime
import pypdfium2
from form_checks import holds
from PIL import Image, ImageSequence

DPI = 200
MM = DPI / 25.4
MARGIN_MM = 1.0
LINE_MM = 0.45
MIN_INK_MM2 = 0.4
ACCEPT = 0.9
STAGES = ("decode", "register", "cut", "read")


@functools.cache
def reader(template: str, model: bytes) -> "Reader":
    """One for each worker process, which Spark keeps from task to task."""
    return Reader(json.loads(template), model)


class Reader:
    """Reads pages of one form; lives as long as its worker."""

    def __init__(self, template: dict, model: bytes) -> None:
        cv2.setNumThreads(1)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(
            model, options, providers=["CPUExecutionProvider"]
        )
        self.fields = template["fields"]
        self.size = template["page"]["width_mm"], template["page"]["height_mm"]
        marks = template["registration"]["marks"]
        self.mark_mm = marks[0]["size_mm"]
        self.marks = numpy.array(
            [(mark["x_mm"], mark["y_mm"]) for mark in marks], numpy.float32
        )
        self.seconds = dict.fromkeys(STAGES, 0.0)

    def spent(self) -> dict:
        """Seconds a stage since the last call."""
        seconds, self.seconds = self.seconds, dict.fromkeys(STAGES, 0.0)
        return seconds

    def document(self, archive: str, entry: str, data: bytes):
        """Archive, entry, page, field, value, confidence and decision, one row a field of each page."""
        start = time.perf_counter()
        pages = decode(entry, data)
        self.spend("decode", start)
        for number, page in enumerate(pages):
            for row in self.page(page):
                yield (archive, entry, number, *row)

    def page(self, page: numpy.ndarray):
        start = time.perf_counter()
        to_page = self.register(page)
        self.spend("register", start)
        if to_page is None:
            return [(field["name"], None, 0.0, "REFUSED") for field in self.fields]
        start = time.perf_counter()
        cut = [digits(page, to_page, field) for field in self.fields]
        self.spend("cut", start)
        start = time.perf_counter()
        rows = self.read(cut)
        self.spend("read", start)
        return rows

    def spend(self, stage: str, start: float) -> None:
        self.seconds[stage] += time.perf_counter() - start

    def register(self, page: numpy.ndarray):
        """Affine map from millimetres to the page's pixels, whichever way it lies; None where the marks are not found."""
        scale = max(page.shape) / max(self.size)
        centres = squares(page, self.mark_mm * scale)
        if len(centres) < 4:
            return None
        best, error = None, 12 * scale
        for turn in (0, 2, 1, 3):
            marks = self.marks - self.marks.mean(0)
            for _ in range(turn):
                marks = numpy.column_stack([-marks[:, 1], marks[:, 0]])
            # as many squares as marks are the marks: their middle tells the shift, else the page's does
            middle = (
                centres.mean(0)
                if len(centres) == len(marks)
                else page.shape[1::-1] / numpy.float32(2)
            )
            distance = numpy.linalg.norm(
                (marks * scale + middle)[:, None] - centres[None], axis=2
            )
            if distance.min(1).mean() < error:
                best, error = distance, distance.min(1).mean()
        if best is None:
            return None
        near = best.min(1) < 15 * scale
        affine, agreed = cv2.estimateAffine2D(
            self.marks[near], centres[best.argmin(1)[near]], ransacReprojThreshold=scale
        )
        return affine if affine is not None and agreed.sum() >= 4 else None

    def read(self, cut: list) -> list:
        images = [image for field in cut for image in field if image is not None]
        probabilities = numpy.zeros((0, 10))
        if images:
            logits = self.session.run(None, {"image": numpy.stack(images)})[0]
            exp = numpy.exp(logits - logits.max(1, keepdims=True))
            probabilities = exp / exp.sum(1, keepdims=True)
        rows = []
        at = 0
        for field, found in zip(self.fields, cut, strict=True):
            here = probabilities[at : at + sum(image is not None for image in found)]
            at += len(here)
            rows.append((field["name"], *decide(field, found, here)))
        return rows


def decode(entry: str, data: bytes) -> list[numpy.ndarray]:
    if entry.endswith(".pdf"):
        with pypdfium2.PdfDocument(data) as document:
            return [
                page.render(scale=300 / 72, grayscale=True).to_numpy().squeeze()
                for page in document
            ]
    if entry.endswith(".tif"):
        # Pillow reads a fax page in a quarter of the time that cv2.imdecodemulti takes.
        with Image.open(io.BytesIO(data)) as document:
            return [numpy.asarray(page.convert("L")) for page in ImageSequence.Iterator(document)]
    return [cv2.imdecode(numpy.frombuffer(data, numpy.uint8), cv2.IMREAD_GRAYSCALE)]


def squares(page: numpy.ndarray, side: float) -> numpy.ndarray:
    """Centres of filled squares of about this side, searched at a third of the resolution."""
    small = cv2.resize(page, None, fx=1 / 3, fy=1 / 3, interpolation=cv2.INTER_AREA)
    _, ink = cv2.threshold(small, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    _, _, stats, centres = cv2.connectedComponentsWithStats(ink)
    width, height, area = (stats[:, column] * 3.0 for column in (2, 3, 4))
    like = (numpy.abs(width / side - 1) < 0.3) & (numpy.abs(height / side - 1) < 0.3)
    like &= area * 3 > 0.75 * width * height
    return (centres[like] * 3 + 1).astype(numpy.float32)


def digits(page: numpy.ndarray, to_page: numpy.ndarray, field: dict) -> list:
    """Images [784] of the field's digits, ink in 0 to 1; None for an empty cell."""
    x, y = field["x_mm"], field["y_mm"]
    cells = field["type"] == "cells"
    if cells:
        w = field["pitch_mm"] * (field["length"] - 1) + field["cell_w_mm"]
        h = field["cell_h_mm"]
    else:
        w, h = field["w_mm"], field["h_mm"]
    corner = numpy.array([x - MARGIN_MM, y - MARGIN_MM])
    matrix = to_page.copy()
    matrix[:, 2] += to_page[:, :2] @ corner
    matrix[:, :2] /= MM
    size = round((w + 2 * MARGIN_MM) * MM), round((h + 2 * MARGIN_MM) * MM)
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    warped = cv2.warpAffine(page, matrix, size, flags=flags, borderValue=255)
    _, ink = cv2.threshold(warped, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    if cells:
        return [
            cell(
                ink,
                MARGIN_MM + at * field["pitch_mm"],
                field["cell_w_mm"],
                field["cell_h_mm"],
            )
            for at in range(field["length"])
        ]
    return strip(ink, w, h, field["length"])


def inside(ink: numpy.ndarray, x: float, w: float, h: float) -> numpy.ndarray:
    left, right = round((x + LINE_MM) * MM), round((x + w - LINE_MM) * MM)
    top, bottom = (
        round((MARGIN_MM + LINE_MM) * MM),
        round((MARGIN_MM + h - LINE_MM) * MM),
    )
    return ink[top:bottom, left:right]


def cell(ink: numpy.ndarray, x: float, w: float, h: float):
    box = inside(ink, x, w, h)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(box)
    keep = numpy.zeros(count, bool)
    for part in range(1, count):
        left, top, width, height, area = stats[part]
        at_edge = (
            left == 0
            or top == 0
            or left + width == box.shape[1]
            or top + height == box.shape[0]
        )
        thin = min(width, height) < 0.5 * MM
        keep[part] = area > 0.04 * MM * MM and not (at_edge and thin)
    return normalise(numpy.where(keep[labels], box, 0).astype(numpy.uint8))


def strip(ink: numpy.ndarray, w: float, h: float, length: int) -> list:
    box = inside(ink, MARGIN_MM, w, h)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(box)
    parts = sorted(
        (
            part
            for part in range(1, count)
            if stats[part][3] > 0.25 * h * MM and stats[part][4] > MIN_INK_MM2 * MM * MM
        ),
        key=lambda part: stats[part][0],
    )
    images = [numpy.where(labels == part, box, 0).astype(numpy.uint8) for part in parts]
    while 0 < len(images) < length:
        images = split_widest(images)
    return [normalise(image) for image in images]


def split_widest(images: list) -> list:
    widths = [numpy.ptp(numpy.flatnonzero(image.any(0))) for image in images]
    at = int(numpy.argmax(widths))
    columns = numpy.flatnonzero(images[at].any(0))
    first, last = columns[0], columns[-1] + 1
    third = max(1, (last - first) // 3)
    profile = images[at][:, first + third : last - third].sum(0)
    middle = first + third + (int(profile.argmin()) if len(profile) else 0)
    left, right = images[at].copy(), images[at].copy()
    left[:, middle:] = 0
    right[:, :middle] = 0
    return images[:at] + [left, right] + images[at + 1 :]


def normalise(ink: numpy.ndarray):
    """As MNIST: longest side 20, centre of mass in the middle of 28 x 28."""
    if cv2.countNonZero(ink) < MIN_INK_MM2 * MM * MM:
        return None
    x, y, w, h = cv2.boundingRect(ink)
    scale = 20 / max(w, h)
    size = max(1, round(w * scale)), max(1, round(h * scale))
    small = cv2.resize(
        ink[y : y + h, x : x + w], size, interpolation=cv2.INTER_AREA
    ).astype(numpy.float32)
    small /= max(1.0, small.max())
    # by hand: cv2.moments takes a single column of pixels for a contour
    left = round(14 - 0.5 - small.sum(0) @ numpy.arange(size[0]) / small.sum())
    top = round(14 - 0.5 - small.sum(1) @ numpy.arange(size[1]) / small.sum())
    left = min(max(left, 0), 28 - size[0])
    top = min(max(top, 0), 28 - size[1])
    image = numpy.zeros((28, 28), numpy.float32)
    image[top : top + size[1], left : left + size[0]] = small
    return image.reshape(784)


def decide(field: dict, found: list, probabilities: numpy.ndarray) -> tuple:
    if len(probabilities) == 0:
        return None, 1.0, "REVIEW" if field.get("required") else "BLANK"
    value = "".join(str(digit) for digit in probabilities.argmax(1))
    if len(found) != field["length"] or len(value) != field["length"]:
        return value, 0.0, "REVIEW"
    weakest = float(probabilities.max(1).min())
    good = weakest >= ACCEPT and all(
        holds(check, value) for check in field.get("checks", [])
    )
    return value, weakest, "ACCEPT" if good else "REVIEW"
