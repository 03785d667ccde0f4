package numeral.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import numeral.HashSample;
import numeral.form.FieldState;
import numeral.form.Form;
import numeral.form.decide.FieldReading;
import numeral.form.decide.PageDecoder;
import numeral.form.decide.ScoredCrop;
import numeral.form.decide.ScoredField;
import numeral.form.page.Box;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Rows of the table {@code fields} for an iterator of pages with their regions and scored arcs. */
final class PageFields implements Iterator<Row> {
    private final Iterator<Row> pages;
    private final Map<String, FormRules> rules;
    private final Map<String, PageDecoder> decoders = new HashMap<>();
    private final String run;
    private final String model;
    private Iterator<Row> ready = List.<Row>of().iterator();

    PageFields(Iterator<Row> pages, Map<String, FormRules> rules, String run, String model) {
        this.pages = pages;
        this.rules = rules;
        this.run = run;
        this.model = model;
    }

    @Override
    public boolean hasNext() {
        while (!ready.hasNext() && pages.hasNext()) {
            ready = fields(pages.next());
        }
        return ready.hasNext();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.next();
    }

    private Iterator<Row> fields(Row page) {
        String template = page.getAs("template");
        FormRules form = rules.get(template);
        PageDecoder decoder = decoders.computeIfAbsent(
                template, id -> new PageDecoder(Form.parse(form.templateJson()), form.settings()));
        Map<String, List<Row>> arcs = arcs(page);
        List<Row> regions = page.getList(page.fieldIndex("regions"));
        List<FieldReading> readings = decoder.decode(
                regions.stream().map(region -> scored(region, arcs)).toList());
        List<Row> fields = new ArrayList<>();
        for (int i = 0; i < regions.size(); i++) {
            List<Row> ofField = arcs.getOrDefault(regions.get(i).<String>getAs("field"), List.of());
            fields.add(field(page.getAs("key"), form, regions.get(i), readings.get(i), ofField));
        }
        return fields.iterator();
    }

    /** The arcs of each field in an order of their own: Spark gathers rows in none, and equal paths must fall to the same one every time. */
    private static Map<String, List<Row>> arcs(Row page) {
        Map<String, List<Row>> arcs = new HashMap<>();
        if (!page.isNullAt(page.fieldIndex("arcs"))) {
            page.<Row>getList(page.fieldIndex("arcs"))
                    .forEach(arc -> arcs.computeIfAbsent(arc.getAs("field"), field -> new ArrayList<>())
                            .add(arc));
        }
        arcs.values()
                .forEach(ofField -> ofField.sort(Comparator.<Row>comparingInt(arc -> arc.getAs("from_node"))
                        .thenComparingInt(arc -> arc.getAs("to_node"))));
        return arcs;
    }

    private static ScoredField scored(Row region, Map<String, List<Row>> arcs) {
        String name = region.getAs("field");
        return new ScoredField(
                name,
                region.getAs("nodes"),
                FieldState.valueOf(region.getAs("state")),
                region.getList(region.fieldIndex("reasons")),
                arcs.getOrDefault(name, List.of()).stream()
                        .map(PageFields::scored)
                        .toList());
    }

    private Row field(String page, FormRules form, Row region, FieldReading reading, List<Row> arcs) {
        String name = region.getAs("field");
        boolean accepted = reading.decision() == FieldReading.Decision.ACCEPT;
        return RowFactory.create(
                page,
                run,
                model,
                name,
                reading.state().name(),
                orNull(reading.raw()),
                orNull(reading.value()),
                reading.confidence(),
                reading.weakest(),
                reading.checks().name(),
                reading.decision().name(),
                !reading.gates().isEmpty(),
                reading.reasons().toArray(String[]::new),
                accepted && HashSample.chosen(page + "/" + name, form.auditShare()),
                reading.chosen().stream()
                        .map(index -> arcs.get(index).<String>getAs("key"))
                        .toArray(String[]::new),
                region.getAs("x_px"),
                region.getAs("y_px"),
                region.getAs("w_px"),
                region.getAs("h_px"),
                region.getAs("x_mm"),
                region.getAs("y_mm"),
                region.getAs("w_mm"),
                region.getAs("h_mm"));
    }

    private static ScoredCrop scored(Row arc) {
        List<Float> boxed = arc.getList(arc.fieldIndex("logits"));
        float[] logits = new float[boxed.size()];
        for (int digit = 0; digit < logits.length; digit++) {
            logits[digit] = boxed.get(digit);
        }
        return new ScoredCrop(
                arc.getAs("from_node"),
                arc.getAs("to_node"),
                arc.getAs("cost"),
                arc.getAs("ink"),
                arc.getAs("residue"),
                new Box(arc.getAs("x_mm"), arc.getAs("y_mm"), arc.getAs("w_mm"), arc.getAs("h_mm")),
                logits);
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
