package numeral.jobs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import numeral.form.FieldSpec;
import numeral.form.Template;
import numeral.table.Table;
import numeral.table.Tables;

/** The form templates of an extract run by their ids. */
record RunTemplates(Map<String, Template> templates) {
    static RunTemplates of(Tables tables, String run) {
        Map<String, Template> templates = new HashMap<>();
        tables.read(Table.TEMPLATES, run)
                .collectAsList()
                .forEach(row -> templates.put(row.getAs("template"), Template.parse(row.getAs("json"))));
        return new RunTemplates(templates);
    }

    FieldSpec field(String template, String name) {
        return templates.get(template).field(name);
    }

    /** Names of the fields that any of the templates calls sensitive. */
    Set<String> sensitive() {
        return templates.values().stream()
                .map(Template::fields)
                .flatMap(List::stream)
                .filter(FieldSpec::sensitive)
                .map(FieldSpec::name)
                .collect(Collectors.toSet());
    }
}
