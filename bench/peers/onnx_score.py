"""ONNX Runtime on our exported network, bytes in and logits out: FOLDER THREADS SECONDS. The better of two batch sizes counts."""

import pathlib
import sys

import clock
import numpy
import onnxruntime


def main() -> None:
    folder, threads, seconds = (
        pathlib.Path(sys.argv[1]),
        int(sys.argv[2]),
        float(sys.argv[3]),
    )
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(
        folder / "model.onnx", options, providers=["CPUExecutionProvider"]
    )
    images = numpy.fromfile(folder / "test-images.u8", dtype=numpy.uint8).reshape(
        -1, 784
    )

    def one(batch: int) -> None:
        session.run(
            ["logits"],
            {"image": images[:batch].astype(numpy.float32) / numpy.float32(255)},
        )

    rates = [
        batch * clock.per_second(seconds / 2, lambda batch=batch: one(batch))
        for batch in (64, 256)
    ]
    clock.tell(per_second=max(rates))


if __name__ == "__main__":
    main()
