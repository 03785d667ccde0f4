package numeral.jobs;

import java.io.IOException;
import java.util.Locale;
import numeral.network.ModelFile;
import numeral.network.OnnxExport;
import numeral.table.Registry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes a registered model away as one file: ONNX for other engines, or the zip that DeepLearning4J reads. */
@Command(name = "export-model", description = "Writes a model to one file, as ONNX or as it is stored.")
final class ExportModelJob implements Job {
    /** What the file can be. */
    enum Format {
        ONNX,
        ZIP,
        WEIGHTS
    }

    @Option(
            names = "--model",
            defaultValue = Registry.CHAMPION,
            description = "Id of a registered model, champion, or shipped (default: ${DEFAULT-VALUE})")
    String modelId;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "File to write, any Hadoop path")
    String out;

    @Option(
            names = "--format",
            defaultValue = "onnx",
            description = "onnx: input 'image' [n, 784] with ink in 0 to 1, output 'logits' [n, 10];"
                    + " zip: DeepLearning4J's own, with the optimiser's state, to be trained on; weights: the same without it"
                    + " (default: ${DEFAULT-VALUE})")
    Format format;

    @Override
    public Summary run(Workspace workspace) throws IOException {
        ChosenModel model = ChosenModel.of(workspace, modelId);
        byte[] written =
                switch (format) {
                    case ONNX -> onnx(model.file());
                    case ZIP -> model.file();
                    case WEIGHTS -> ModelFile.withoutUpdater(model.file());
                };
        Files.write(out, written, workspace.hadoop());
        return new Summary()
                .with("model", model.id())
                .with("format", format.name().toLowerCase(Locale.ROOT))
                .with("file", workspace.qualified(out))
                .with("bytes", written.length)
                .with("sha256", ModelFile.sha256(written));
    }

    private static byte[] onnx(byte[] stored) {
        ModelFile.Opened opened = ModelFile.read(stored);
        return OnnxExport.write(opened.network(), opened.card());
    }
}
