package numeral.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import numeral.form.Crop;
import numeral.form.FieldRegion;
import numeral.form.PageReading;
import numeral.form.page.Box;
import numeral.scan.Item;
import numeral.scan.PageImage;
import numeral.scan.ScanStatus;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Rows of {@code pages} and {@code crops}, column by column as in data-schema. */
final class PageRows {
    static final StructType PAGES = StructType.fromDDL("key STRING, run STRING, archive STRING, entry STRING, page INT,"
            + " sha256 STRING, status STRING, reason STRING, template STRING, code STRING, recipe STRING, width_px INT, height_px INT,"
            + " dpi_declared DOUBLE, dpi DOUBLE, angle_deg DOUBLE, residual_mm DOUBLE,"
            + " regions ARRAY<STRUCT<field: STRING, x_px: DOUBLE, y_px: DOUBLE, w_px: DOUBLE, h_px: DOUBLE, x_mm: DOUBLE,"
            + " y_mm: DOUBLE, w_mm: DOUBLE, h_mm: DOUBLE, ink: DOUBLE, residual_mm: DOUBLE, nodes: INT, state: STRING,"
            + " reasons: ARRAY<STRING>>>, thumbnail BINARY, decode_ms DOUBLE, register_ms DOUBLE, segment_ms DOUBLE");
    static final StructType CROPS = StructType.fromDDL("key STRING, run STRING, page STRING, field STRING,"
            + " from_node INT, to_node INT, image BINARY, cost DOUBLE, ink DOUBLE, residue DOUBLE,"
            + " x_mm DOUBLE, y_mm DOUBLE, w_mm DOUBLE, h_mm DOUBLE");

    private static final PackedRows NO_CROPS = PackedRows.of(List.of());

    private final String run;
    private final List<String> forms;
    private final String recipe;

    /**
     * @param forms ids of the templates that are looked for
     * @param recipe digest of all that decides what is read from given bytes
     */
    PageRows(String run, List<String> forms, String recipe) {
        this.run = run;
        this.forms = List.copyOf(forms);
        this.recipe = recipe;
    }

    /** An item that could not be read as a page, for the reason given. */
    PageResult failed(Item item, ScanStatus status, String reason) {
        return new PageResult.Read(page(item, status, reason, Optional.empty(), Optional.empty()), NO_CROPS);
    }

    /** A page that was read earlier: its names, to find it there. */
    PageResult known(Item item) {
        return new PageResult.Known(page(item, item.status(), item.reason(), Optional.empty(), Optional.empty()));
    }

    /** A page as it was read. */
    PageResult read(Item item, PageReading reading, Optional<byte[]> thumbnail) {
        if (reading instanceof PageReading.Refused refused) {
            ScanStatus status = ScanStatus.valueOf(refused.kind().name());
            return new PageResult.Read(page(item, status, refused.reason(), Optional.of(reading), thumbnail), NO_CROPS);
        }
        return registered(item, (PageReading.Registered) reading, thumbnail);
    }

    private PageResult registered(Item item, PageReading.Registered reading, Optional<byte[]> thumbnail) {
        List<Row> crops = new ArrayList<>();
        for (FieldRegion region : reading.regions()) {
            for (Crop crop : region.crops()) {
                crops.add(crop(item.key(), region.field(), crop));
            }
        }
        ScanStatus status = reading.warnings().isEmpty() ? item.status() : ScanStatus.OK_WITH_WARNINGS;
        List<String> reasons = new ArrayList<>(reading.warnings());
        if (!item.reason().isEmpty()) {
            reasons.add(0, item.reason());
        }
        Row page = page(item, status, String.join("; ", reasons), Optional.of(reading), thumbnail);
        return new PageResult.Read(page, PackedRows.of(crops));
    }

    private Row page(
            Item item, ScanStatus status, String reason, Optional<PageReading> reading, Optional<byte[]> thumbnail) {
        Optional<PageReading.Registered> registered =
                reading.filter(PageReading.Registered.class::isInstance).map(PageReading.Registered.class::cast);
        return RowFactory.create(
                item.key(),
                run,
                item.archive(),
                item.entry(),
                item.page(),
                item.sha256().orElse(null),
                status.name(),
                reason.isEmpty() ? null : reason,
                reading.map(PageReading::form).orElse(tried(item)),
                reading.map(PageReading::code).filter(code -> !code.isEmpty()).orElse(null),
                recipe,
                item.image().map(PageImage::width).orElse(null),
                item.image().map(PageImage::height).orElse(null),
                boxed(item.declaredDpi()),
                registered.map(PageReading.Registered::dpi).orElse(null),
                registered.map(PageReading.Registered::angleDeg).orElse(null),
                registered.map(PageReading.Registered::residualMm).orElse(null),
                registered
                        .map(found ->
                                found.regions().stream().map(PageRows::region).toArray(Row[]::new))
                        .orElse(null),
                thumbnail.orElse(null),
                item.decodeMs(),
                registered.map(PageReading.Registered::registerMs).orElse(null),
                registered.map(PageReading.Registered::segmentMs).orElse(null));
    }

    /** Of a page that came to no reading: the form that it would have been held against. */
    private String tried(Item item) {
        return item.image().isPresent() && forms.size() == 1 ? forms.get(0) : null;
    }

    private static Row region(FieldRegion region) {
        Box px = region.px();
        Box mm = region.mm();
        return RowFactory.create(
                region.field(),
                px.x(),
                px.y(),
                px.w(),
                px.h(),
                mm.x(),
                mm.y(),
                mm.w(),
                mm.h(),
                region.ink(),
                region.residualMm(),
                region.nodes(),
                region.state().name(),
                region.reasons().toArray(String[]::new));
    }

    private Row crop(String page, String field, Crop crop) {
        return RowFactory.create(
                page + "/" + field + "/" + crop.from() + "-" + crop.to(),
                run,
                page,
                field,
                crop.from(),
                crop.to(),
                crop.image(),
                crop.cost(),
                crop.inkMm2(),
                crop.residue(),
                crop.mm().x(),
                crop.mm().y(),
                crop.mm().w(),
                crop.mm().h());
    }

    private static Double boxed(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
