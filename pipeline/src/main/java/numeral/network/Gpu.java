package numeral.network;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One GPU as nvidia-smi lists it.
 *
 * @param index by its place on the bus, as CUDA counts with CUDA_DEVICE_ORDER=PCI_BUS_ID
 */
record Gpu(int index, String name, ComputeCapability capability) {

    /** A line of {@code nvidia-smi --query-gpu=index,name,compute_cap --format=csv,noheader}. */
    static Gpu parse(String line) {
        String[] cells = line.split(",", -1);
        try {
            // a name may hold a comma, the cells around it do not
            String name = String.join(",", List.of(cells).subList(1, cells.length - 1));
            return new Gpu(
                    Integer.parseInt(cells[0].strip()),
                    name.strip(),
                    ComputeCapability.parse(cells[cells.length - 1].strip()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    "nvidia-smi answered '" + line + "', expected a form like '0, NVIDIA A10, 8.6'", e);
        }
    }

    /** Why the native library cannot run on this GPU, in one sentence; empty where it can. */
    Optional<String> refusal() {
        if (capability.code().isPresent()) {
            return Optional.empty();
        }
        String compiled = ComputeCapability.COMPILED.stream()
                .map(ComputeCapability::toString)
                .collect(Collectors.joining(", "));
        return Optional.of(this + " cannot run networks, because nd4j-cuda-11.6 holds machine code for " + compiled
                + " and none that could be compiled for another: use a GPU of these or of 8.9, or the CPU build");
    }

    @Override
    public String toString() {
        return "GPU " + index + ", " + name + ", compute capability " + capability;
    }
}
