package numeral.jobs;

import static org.apache.spark.sql.functions.col;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigRenderOptions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import numeral.InputRefused;
import numeral.form.decide.DecisionSettings;
import numeral.form.decide.PageDecoder;
import numeral.network.ModelFile;
import numeral.score.FormRules;
import numeral.score.ScoreSettings;
import numeral.table.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/**
 * How a model reads the forms of one extract run: the settings, with a certified threshold for each form that has one.
 *
 * @param forms rules by the id of the template
 * @param certified whether every threshold is a certified one
 */
record RunRules(SortedMap<String, FormRules> forms, boolean certified) {

    /** @throws InputRefused when the run has no pages */
    static RunRules of(Workspace workspace, ChosenModel model, String run) {
        ScoreSettings score = ScoreSettings.from(workspace.config());
        DecisionSettings settings = DecisionSettings.from(
                workspace.config(), ModelFile.card(model.file()).temperature());
        SortedMap<String, FormRules> forms = new TreeMap<>();
        boolean certified = true;
        for (Row row : workspace.tables().read(Table.TEMPLATES, run).collectAsList()) {
            String template = row.getAs("template");
            Optional<Double> threshold = threshold(workspace, model.id(), template, score.maxError());
            certified &= threshold.isPresent();
            forms.put(
                    template,
                    new FormRules(
                            row.getAs("json"),
                            threshold.map(settings::accepting).orElse(settings),
                            score.auditShare()));
        }
        if (forms.isEmpty()) {
            throw new InputRefused(List.of("run " + run + " has no pages; run extract with --run " + run + " first"));
        }
        return new RunRules(forms, certified);
    }

    /** Changes with everything that a decision depends on beside crops and model. */
    String digest() {
        return digest(forms.toString());
    }

    /** Names what a certificate holds for: the rules of reading, and all settings of the section form but the threshold that it takes the place of. */
    static String settingsDigest(Config config) {
        String form = config.getConfig("numeral.form")
                .withoutPath("accept-confidence")
                .root()
                .render(ConfigRenderOptions.concise());
        return digest(form).substring(0, 12);
    }

    private static String digest(String settings) {
        return ModelFile.sha256((PageDecoder.VERSION + "\n" + settings).getBytes(StandardCharsets.UTF_8));
    }

    /** The threshold that the run with most labels has certified for that limit of error; its choice looks at no threshold. */
    private static Optional<Double> threshold(Workspace workspace, String model, String template, double maxError) {
        Column ofForm = col("model")
                .equalTo(model)
                .and(col("template").equalTo(template))
                .and(col("settings").equalTo(settingsDigest(workspace.config())))
                .and(col("max_error").equalTo(maxError));
        return workspace
                .tables()
                .read(Table.CERTIFICATES)
                .where(ofForm)
                .orderBy(col("labelled").desc(), col("run"))
                .limit(1)
                .collectAsList()
                .stream()
                .filter(row -> !row.isNullAt(row.fieldIndex("threshold")))
                .map(row -> row.<Double>getAs("threshold"))
                .findFirst();
    }
}
