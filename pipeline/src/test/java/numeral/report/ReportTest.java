package numeral.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import numeral.report.ReportData.Box;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class ReportTest {
    private static final String HOSTILE = "a.zip!/<script>alert(\"1\")</script>&'\u0000\u001b\ud800.png#0";

    private static Document parse(String page) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    }

    private static String report(String title, String key) {
        return Report.html(SampleReport.full(
                title, SampleReport.page(key, SampleReport.field(new Box(20, 40, 60, 20), "4711", false))));
    }

    private static List<Element> elements(Document page) {
        var nodes = page.getElementsByTagName("*");
        var elements = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static String section(Document page, String id) {
        return elements(page).stream()
                .filter(element -> element.getTagName().equals("section")
                        && element.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow()
                .getTextContent();
    }

    @Test
    void showsWhatTheTablesHold() throws Exception {
        var page = parse(report("Run 7", "a.zip!/p.png#0"));

        assertThat(page.getElementsByTagName("h1").item(0).getTextContent()).isEqualTo("Run 7");
        assertThat(section(page, "data")).contains("made-up", "train", "54,321");
        assertThat(section(page, "training")).contains("0.2500", "91.00\u00a0%", "0.000500", "1,234", "validation");
        assertThat(section(page, "accuracy")).contains("87.65\u00a0%", "Readings accepted, %");
        assertThat(section(page, "confusion")).contains("85", "13");
        assertThat(section(page, "robustness"))
                .contains("noise", "81.23\u00a0%", "Strength 2", "73.45\u00a0%", "91.34\u00a0%", "500");
        assertThat(section(page, "misreads")).contains("4 → 9", "67.89\u00a0%");
        assertThat(section(page, "predictions")).contains("99.91\u00a0%").doesNotContain("→");
        assertThat(section(page, "statuses")).contains("TRUNCATED", "25.00\u00a0%");
        assertThat(section(page, "decisions")).contains("amount", "75.00\u00a0%");
        assertThat(section(page, "pages")).contains("a.zip!/p.png#0", "4711", "REVIEW", "digit 2 is unsure");
        assertThat(section(page, "models")).contains("cnn-7", "REFUSED", "Too weak.", "ab".repeat(32), "cnn-6");
        assertThat(page.getElementsByTagName("main").item(0).getTextContent())
                .contains("91.23\u00a0%accuracy95\u00a0% interval 89.31\u00a0% to 92.91\u00a0%")
                .contains("1,800examples trainedin 2 epochs")
                .contains("3pages readof 4 items");
    }

    @Test
    void loadsNothing() throws Exception {
        String html = report("Run 7", "a.zip!/p.png#0");

        assertThat(html).doesNotContain("http:", "https:", "@import", "url(", "<script", "<link");
        for (var element : elements(parse(html))) {
            for (String attribute : List.of("src", "href")) {
                if (element.hasAttribute(attribute)) {
                    assertThat(element.getAttribute(attribute)).matches("(#[a-z]+|data:image/png;base64,[\\w+/=]+)");
                }
            }
        }
    }

    @Test
    void linksToEverySection() throws Exception {
        var page = parse(report("Run 7", "p"));
        var ids = elements(page).stream()
                .filter(element -> element.getTagName().equals("section"))
                .map(element -> "#" + element.getAttribute("id"))
                .toList();
        var links = elements(page).stream()
                .filter(element -> element.getTagName().equals("a"))
                .map(element -> element.getAttribute("href"))
                .toList();

        assertThat(ids).hasSize(11).doesNotHaveDuplicates().isEqualTo(links);
    }

    @Test
    void escapesWhateverANameHolds() throws Exception {
        String html = report(HOSTILE, HOSTILE);

        assertThat(html).doesNotContain("<script");
        assertThat(section(parse(html), "pages"))
                .contains("a.zip!/<script>alert(\"1\")</script>&'\ufffd\ufffd\ufffd.png#0");
        assertThat(Html.of("p").attr("title", "\"><b>").toString()).isEqualTo("<p title=\"&quot;&gt;&lt;b&gt;\"></p>");
    }

    @Test
    void equalDataGivesAnEqualPage() {
        assertThat(report("Run 7", "p")).isEqualTo(report("Run 7", "p"));
    }

    @Test
    void tellsWhatFillsAnEmptySection() throws Exception {
        var page = parse(Report.html(SampleReport.empty()));

        assertThat(section(page, "data")).contains("No digits yet. ingest fills");
        assertThat(section(page, "training")).contains("No training run yet. train writes");
        assertThat(section(page, "accuracy")).contains("No evaluation yet. evaluate measures");
        assertThat(section(page, "robustness")).contains("Not measured. evaluate --robustness reads");
        assertThat(section(page, "statuses")).contains("No form run yet. extract reads");
        assertThat(page.getElementsByTagName("svg").getLength()).isZero();
        assertThat(page.getElementsByTagName("table").getLength()).isZero();
    }

    @Test
    void writesChartsAsFilesOfTheirOwn() throws Exception {
        var page = SampleReport.page("p", SampleReport.field(null, "1", false));
        var charts = Report.charts(SampleReport.full("Run 7", page));

        assertThat(charts.keySet()).containsExactly("risk-coverage.svg", "training-accuracy.svg", "training-loss.svg");
        for (String chart : charts.values()) {
            assertThat(parse(chart).getDocumentElement().getTagName()).isEqualTo("svg");
        }
        assertThat(Report.charts(SampleReport.empty())).isEmpty();
    }
}
