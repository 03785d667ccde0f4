package numeral.report;

import java.util.List;

/**
 * All that a report shows. An empty list leaves its section with a sentence that tells which command fills it.
 *
 * <p>A digit image has 784 unsigned bytes, row by row, 0 = paper, 255 = full ink.
 *
 * @param title heading of the page
 * @param splits sizes of the labelled datasets
 * @param digits examples of the labelled digits, at most as many as shall be shown
 * @param epochs one training run, in the order of its epochs
 * @param metrics one evaluation
 * @param misreads digits that were read wrong
 * @param predictions digits as they come, right or wrong
 * @param statuses how many pages ended in which status
 * @param decisions how many fields ended in which decision
 * @param pages pages to be shown with their fields drawn on them
 * @param models models to be described
 */
public record ReportData(
        String title,
        List<Split> splits,
        List<Digit> digits,
        List<Epoch> epochs,
        List<Metric> metrics,
        List<Prediction> misreads,
        List<Prediction> predictions,
        List<StatusCount> statuses,
        List<DecisionCount> decisions,
        List<Page> pages,
        List<Model> models) {

    public ReportData {
        splits = List.copyOf(splits);
        digits = List.copyOf(digits);
        epochs = List.copyOf(epochs);
        metrics = List.copyOf(metrics);
        misreads = List.copyOf(misreads);
        predictions = List.copyOf(predictions);
        statuses = List.copyOf(statuses);
        decisions = List.copyOf(decisions);
        pages = List.copyOf(pages);
        models = List.copyOf(models);
    }

    /** How many labelled digits a split holds. */
    public record Split(String dataset, String split, long examples) {}

    /** A labelled digit. */
    public record Digit(int label, byte[] image) {}

    /**
     * One row of the table {@code training}.
     *
     * @param validationLoss NaN without a validation split
     * @param validationAccuracy 0 to 1, NaN without a validation split
     */
    public record Epoch(
            int epoch,
            long examplesTrained,
            double loss,
            double accuracy,
            double validationLoss,
            double validationAccuracy,
            double learningRate,
            double examplesPerSecond) {}

    /** One row of the table {@code metrics}; docs/metrics.md lists names and scopes. */
    public record Metric(String name, String scope, double value, long n) {}

    /** A scored digit whose truth is known, with the confidence of the reading from 0 to 1. */
    public record Prediction(int truth, int read, double confidence, byte[] image) {}

    /** Pages of one status. */
    public record StatusCount(String status, long pages) {}

    /** Fields of one name and decision, over all pages. */
    public record DecisionCount(String field, String decision, long fields) {}

    /**
     * A page and what was read on it. The picture is left out where a page has no fields or a sensitive field has no box, because then nothing tells what
     * to cover.
     *
     * @param key archive, entry and page
     * @param widthPx width of the page as scanned
     * @param heightPx height of the page as scanned
     * @param thumbnail PNG of the page at any size, empty where there is none
     */
    public record Page(String key, String status, int widthPx, int heightPx, byte[] thumbnail, List<Field> fields) {
        public Page {
            if (widthPx < 1 || heightPx < 1) {
                throw new IllegalArgumentException(
                        "page " + key + " is " + widthPx + "x" + heightPx + " pixels, expected at least 1x1");
            }
            fields = List.copyOf(fields);
        }
    }

    /**
     * A field as read.
     *
     * @param box null where the field was not found on the page
     * @param value null where there is none
     * @param confidence 0 to 1
     * @param decision ACCEPT, REVIEW, BLANK or ERROR
     * @param reasons why the decision is not ACCEPT
     * @param sensitive whether its value and its place on the page are covered
     */
    public record Field(
            String name,
            Box box,
            String value,
            double confidence,
            String decision,
            List<String> reasons,
            boolean sensitive) {
        public Field {
            reasons = List.copyOf(reasons);
        }
    }

    /** A rectangle in pixels of the page as scanned. */
    public record Box(double xPx, double yPx, double widthPx, double heightPx) {}

    /** A registered model with its last event: REGISTERED, PROMOTED or REFUSED. */
    public record Model(
            String id,
            String network,
            String sha256,
            List<String> parents,
            String config,
            String event,
            List<String> reasons) {
        public Model {
            parents = List.copyOf(parents);
            reasons = List.copyOf(reasons);
        }
    }
}
