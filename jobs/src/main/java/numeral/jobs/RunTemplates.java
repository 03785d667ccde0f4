package numeral.jobs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import numeral.form.FieldSpec;
import numeral.form.Form;
import numeral.table.Table;
import numeral.table.Tables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Form templates of extract runs by their ids. */
record RunTemplates(Map<String, Form> templates) {
    static RunTemplates of(Tables tables, String run) {
        return of(tables.read(Table.TEMPLATES, run));
    }

    /** Those of all runs. */
    static RunTemplates all(Tables tables) {
        return of(tables.read(Table.TEMPLATES));
    }

    private static RunTemplates of(Dataset<Row> rows) {
        Map<String, Form> templates = new HashMap<>();
        rows.select("template", "json")
                .distinct()
                .collectAsList()
                .forEach(row -> templates.put(row.getAs("template"), Form.parse(row.getAs("json"))));
        return new RunTemplates(templates);
    }

    FieldSpec field(String template, String name) {
        return templates.get(template).field(name);
    }

    /** Names of the fields that any of the templates calls sensitive. */
    Set<String> sensitive() {
        return templates.values().stream()
                .map(Form::fields)
                .flatMap(List::stream)
                .filter(FieldSpec::sensitive)
                .map(FieldSpec::name)
                .collect(Collectors.toSet());
    }
}
