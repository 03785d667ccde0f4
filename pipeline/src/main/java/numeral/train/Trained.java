package numeral.train;

import java.util.List;

/**
 * What a training run leaves.
 *
 * @param id id of the model: the same plan, data, parent and run give the same one
 * @param modelFile the network of the best epoch, readable by {@link numeral.network.ModelFile}
 * @param epochs one row an epoch, in order
 * @param best the epoch whose network was kept: least validation loss, or the last one without a validation part
 * @param validationExamples examples kept out of training
 * @param temperature fitted on the validation part; 1 without one
 */
public record Trained(
        String id,
        byte[] modelFile,
        List<EpochRow> epochs,
        EpochRow best,
        long validationExamples,
        double temperature) {

    /** Examples trained over all epochs, as the workers counted them. */
    public long examplesTrained() {
        return epochs.stream().mapToLong(row -> row.trained().examples()).sum();
    }

    /** Seconds of all epochs without validation. */
    public double seconds() {
        return epochs.stream().mapToDouble(EpochRow::seconds).sum();
    }
}
