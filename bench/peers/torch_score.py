"""PyTorch scoring, bytes in and logits out: FOLDER THREADS SECONDS. The better of two batch sizes counts."""

import sys

import clock
import torch
from network import digits, ink, lenet


def main() -> None:
    folder, threads, seconds = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
    torch.set_num_threads(threads)
    network = lenet().eval()
    images, _ = digits(folder, "test")
    with torch.inference_mode():
        rates = [
            batch
            * clock.per_second(
                seconds / 2, lambda batch=batch: network(ink(images[:batch])).numpy()
            )
            for batch in (64, 256)
        ]
    clock.tell(per_second=max(rates))


if __name__ == "__main__":
    main()
