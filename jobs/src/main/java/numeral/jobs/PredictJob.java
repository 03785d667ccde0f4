package numeral.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import numeral.ingest.DigitImages;
import numeral.scan.ScanLimits;
import numeral.score.Prediction;
import numeral.score.Scoring;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads single images that hold one digit each: a scan or a photograph, dark ink on light paper or light on dark, any size. */
@Command(name = "predict", description = "Reads images of one digit each.")
final class PredictJob implements Job {
    @Option(
            names = "--model",
            description = "Id of a registered model, champion, or shipped (default: the champion if there is one)")
    Optional<String> modelId = Optional.empty();

    @Parameters(arity = "1..*", paramLabel = "IMAGE", description = "PNG, JPEG or TIFF, any Hadoop path")
    List<String> images;

    @Override
    public void check(Problems problems) {
        images.forEach(image -> problems.requireInput("image", image));
        problems.requireSettings(ScanLimits::from);
    }

    @Override
    public Summary run(Workspace workspace) {
        ChosenModel model =
                modelId.map(id -> ChosenModel.of(workspace, id)).orElseGet(() -> ChosenModel.best(workspace));
        DigitImages reader = new DigitImages(workspace.hadoop(), ScanLimits.from(workspace.config()));
        List<Map<String, Object>> read = new ArrayList<>();
        for (String image : images) {
            Prediction prediction = Scoring.predict(model.file(), reader.read(image));
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("image", image);
            entry.put("digit", prediction.digit());
            entry.put("confidence", Summary.rounded(prediction.confidence()));
            entry.put("second", prediction.second());
            read.add(entry);
        }
        return new Summary().with("model", model.id()).with("images", read);
    }
}
