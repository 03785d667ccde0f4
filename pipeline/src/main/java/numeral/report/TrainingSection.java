package numeral.report;

import static numeral.report.Numbers.count;
import static numeral.report.Numbers.decimal;
import static numeral.report.Numbers.percent;
import static numeral.report.Numbers.significant;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import numeral.report.LineChart.Line;
import numeral.report.LineChart.Point;
import numeral.report.ReportData.Epoch;

/** Loss and accuracy over the epochs of one training run. */
final class TrainingSection {
    private static final String ID = "training";
    private static final String TITLE = "Training";

    private TrainingSection() {}

    static Section of(List<Epoch> epochs) {
        if (epochs.isEmpty()) {
            return Section.absent(ID, TITLE, "No training run yet.", "train", "writes one row for each epoch.");
        }
        var charts = Html.of(
                        "div", lossChart(epochs).svg(), accuracyChart(epochs).svg())
                .attr("class", "charts");
        return Section.of(
                ID,
                TITLE,
                Section.figure(
                        charts,
                        "Loss and accuracy by epoch. Training figures are taken from the minibatches while they are trained,"
                                + " augmented where augmentation is on, so validation may look better."),
                table(epochs));
    }

    static LineChart lossChart(List<Epoch> epochs) {
        var lines = lines(epochs, Epoch::loss, Epoch::validationLoss);
        return chart("Loss by epoch", "Loss", epochs, lines, 0);
    }

    static LineChart accuracyChart(List<Epoch> epochs) {
        var lines = lines(epochs, epoch -> 100 * epoch.accuracy(), epoch -> 100 * epoch.validationAccuracy());
        return chart("Accuracy by epoch", "Accuracy, %", epochs, lines, 100);
    }

    private static LineChart chart(String title, String yLabel, List<Epoch> epochs, List<Line> lines, double best) {
        double[] values = DoubleStream.concat(
                        DoubleStream.of(best),
                        lines.stream().flatMap(line -> line.points().stream()).mapToDouble(Point::y))
                .toArray();
        double[] numbers = DoubleStream.concat(
                        DoubleStream.of(0), epochs.stream().mapToDouble(Epoch::epoch))
                .toArray();
        return new LineChart(
                title, "Epoch", yLabel, Ticks.enclosing(numbers, 8, 1), Ticks.enclosing(values, 5, 1e-6), lines);
    }

    private static List<Line> lines(
            List<Epoch> epochs, ToDoubleFunction<Epoch> training, ToDoubleFunction<Epoch> validation) {
        var trained = line("training", epochs, training);
        var validated = line("validation", epochs, validation);
        boolean hasValidation = validated.points().stream().anyMatch(point -> Double.isFinite(point.y()));
        return hasValidation ? List.of(trained, validated) : List.of(trained);
    }

    private static Line line(String name, List<Epoch> epochs, ToDoubleFunction<Epoch> value) {
        return new Line(
                name,
                epochs.stream()
                        .map(epoch -> new Point(epoch.epoch(), value.applyAsDouble(epoch)))
                        .toList());
    }

    private static Html table(List<Epoch> epochs) {
        var table = new Table()
                .words("Epoch")
                .numbers("Loss", "Accuracy", "Validation loss", "Validation accuracy")
                .numbers("Learning rate", "Examples trained", "Examples/s");
        epochs.forEach(epoch -> table.row(
                Integer.toString(epoch.epoch()),
                decimal(epoch.loss()),
                percent(epoch.accuracy()),
                decimal(epoch.validationLoss()),
                percent(epoch.validationAccuracy()),
                significant(epoch.learningRate()),
                count(epoch.examplesTrained()),
                count(Math.round(epoch.examplesPerSecond()))));
        return table.html();
    }
}
