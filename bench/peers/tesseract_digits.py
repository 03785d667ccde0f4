"""Tesseract's digit mode and ONNX Runtime on the same crops of one digit each: CROPS MODEL.

CROPS is a file of JSON lines with image (Base64 of 784 bytes, 255 = ink) and label. The better of Tesseract's two engines counts.
"""

import base64
import json
import pathlib
import sys
import time

import numpy
import onnxruntime
import tesserocr
from PIL import Image

LARGER = 3
BORDER_PX = 20
ENGINES = {"neural": tesserocr.OEM.LSTM_ONLY, "legacy": tesserocr.OEM.TESSERACT_ONLY}


def main() -> None:
    lines = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    crops = [json.loads(line) for line in lines]
    images = numpy.stack(
        [
            numpy.frombuffer(base64.b64decode(crop["image"]), numpy.uint8)
            for crop in crops
        ]
    )
    labels = numpy.array([crop["label"] for crop in crops])
    engines = {
        name: tesseract(engine, images, labels) for name, engine in ENGINES.items()
    }
    best = max(engines, key=lambda name: engines[name]["right"])
    print(
        json.dumps(
            {
                "crops": len(labels),
                "tesseract": tesserocr.tesseract_version().split()[1],
                "engine": best,
                "tesseract_right": engines[best]["right"],
                "tesseract_ms_a_crop": engines[best]["ms"],
                **onnx(sys.argv[2], images, labels),
            }
        )
    )


def tesseract(engine, images: numpy.ndarray, labels: numpy.ndarray) -> dict:
    data = str(pathlib.Path(sys.prefix) / "share" / "tessdata")
    pages = [page(image) for image in images]
    with tesserocr.PyTessBaseAPI(
        path=data, lang="eng", psm=tesserocr.PSM.SINGLE_CHAR, oem=engine
    ) as api:
        api.SetVariable("tessedit_char_whitelist", "0123456789")
        start = time.perf_counter()
        right = 0
        for one, label in zip(pages, labels, strict=True):
            api.SetImage(one)
            right += api.GetUTF8Text().strip() == str(label)
        seconds = time.perf_counter() - start
    return {"right": right / len(labels), "ms": round(1000 * seconds / len(labels), 3)}


def page(image: numpy.ndarray) -> Image.Image:
    """Dark on white, larger and with a border, as Tesseract's manual advises."""
    side = 28 * LARGER
    digit = Image.fromarray(255 - image.reshape(28, 28)).resize(
        (side, side), Image.Resampling.BICUBIC
    )
    framed = Image.new("L", (side + 2 * BORDER_PX, side + 2 * BORDER_PX), 255)
    framed.paste(digit, (BORDER_PX, BORDER_PX))
    return framed


def onnx(model: str, images: numpy.ndarray, labels: numpy.ndarray) -> dict:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(
        model, options, providers=["CPUExecutionProvider"]
    )
    start = time.perf_counter()
    right = 0
    for at in range(0, len(images), 100):
        ink = images[at : at + 100].astype(numpy.float32) / 255
        read = session.run(None, {"image": ink})[0].argmax(1)
        right += int((read == labels[at : at + 100]).sum())
    seconds = time.perf_counter() - start
    return {
        "numeral_right": right / len(labels),
        "numeral_ms_a_crop": round(1000 * seconds / len(labels), 3),
    }


if __name__ == "__main__":
    main()
