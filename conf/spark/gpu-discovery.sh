#!/usr/bin/env bash
# Tells Spark the GPUs of this machine: {"name": "gpu", "addresses": ["0","1"]}. Without a GPU it fails, and so does the start of the executor.
set -euo pipefail
indices="$(nvidia-smi --query-gpu=index --format=csv,noheader)"
addresses="$(sed -E 's/^[[:space:]]*([0-9]+)[[:space:]]*$/"\1"/' <<<"$indices" | paste -sd, -)"
echo "{\"name\": \"gpu\", \"addresses\": [$addresses]}"
