package numeral.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import numeral.review.Answer.State;
import numeral.review.AnswerLine.Refused;
import numeral.review.AnswerLine.Understood;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {
    private static final Instant TEN = Instant.parse("2026-11-21T10:00:00Z");

    private static Answer only(String text) {
        List<AnswerLine> lines = Answers.parse(text);
        assertThat(lines).hasSize(1);
        return ((Understood) lines.get(0)).answer();
    }

    @Test
    void readsJsonLines() {
        String text =
                """
                {"task": "a", "value": "12 34", "reviewer": "anna", "reviewed_at": "2026-11-21T11:00:00+01:00"}

                {"task": "b", "state": "blank", "value": "", "reviewer": "anna", "reviewed_at": "2026-11-21T10:00:00Z"}
                {"task": "c", "state": "UNREADABLE", "reviewer": "anna", "reviewed_at": "2026-11-21T10:00:00Z"}
                """;

        assertThat(Answers.parse(text))
                .extracting(line -> ((Understood) line).answer())
                .containsExactly(
                        new Answer("a", State.VALUE, "1234", "anna", TEN),
                        new Answer("b", State.BLANK, "", "anna", TEN),
                        new Answer("c", State.UNREADABLE, "", "anna", TEN));
    }

    @Test
    void readsLabelStudiosExport() {
        assertThat(
                        only(
                                """
                        [{"id": 1, "data": {"task": "a"}, "annotations": [
                          {"completed_by": {"email": "old@example.org"}, "updated_at": "2026-11-20T10:00:00Z", "result": []},
                          {"completed_by": {"email": "anna@example.org"}, "updated_at": "2026-11-21T10:00:00Z", "result": [
                            {"from_name": "value", "type": "textarea", "value": {"text": ["1234"]}}]}]}]
                        """))
                .isEqualTo(new Answer("a", State.VALUE, "1234", "anna@example.org", TEN));
        assertThat(
                        only(
                                """
                        [{"data": {"task": "a"}, "annotations": [{"completed_by": 7, "created_at": "2026-11-21T10:00:00Z", "result": [
                            {"from_name": "value", "value": {"text": ["1234"]}},
                            {"from_name": "state", "value": {"choices": ["blank"]}}]}]}]
                        """))
                .isEqualTo(new Answer("a", State.BLANK, "", "7", TEN));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not-json|nonsense",
                "no-task|{'value': '1', 'reviewer': 'a', 'reviewed_at': '2026-11-21T10:00:00Z'}",
                "no-reviewer|{'task': 't', 'value': '1', 'reviewed_at': '2026-11-21T10:00:00Z'}",
                "no-time|{'task': 't', 'value': '1', 'reviewer': 'a', 'reviewed_at': 'today'}",
                "no-answer|{'task': 't', 'reviewer': 'a', 'reviewed_at': '2026-11-21T10:00:00Z'}",
                "no-answer|{'task': 't', 'state': 'value', 'reviewer': 'a', 'reviewed_at': '2026-11-21T10:00:00Z'}",
                "not-digits|{'task': 't', 'value': '4711x', 'reviewer': 'a', 'reviewed_at': '2026-11-21T10:00:00Z'}",
                "unknown-state|{'task': 't', 'state': 'maybe', 'reviewer': 'a', 'reviewed_at': '2026-11-21T10:00:00Z'}",
                "no-answer|[{'data': {'task': 't'}, 'annotations': []}]",
                "no-answer|[{'data': {'task': 't'}, 'annotations': [{'was_cancelled': true}]}]"
            })
    void refusesWhatCannotBeTaken(String reason, String line) {
        assertThat(Answers.parse(line.replace('\'', '"')))
                .singleElement()
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(reason);
                    assertThat(refused.position()).isZero();
                    assertThat(refused.detail()).isNotBlank().doesNotContain("4711");
                    assertThat(refused.sha256()).matches("[0-9a-f]{64}");
                });
    }

    @Test
    void refusesAnArrayThatIsNone() {
        assertThatThrownBy(() -> Answers.parse("[{"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("answers: not a JSON array");
    }

    @Test
    void learnsOnlyFromDigitsWhosePlaceIsCertain() {
        assertThat(ReviewedDigits.labels("1_34", 3, true, "194")).hasValue("194");
        assertThat(ReviewedDigits.labels("1234", 4, true, "123")).isEmpty();
        assertThat(ReviewedDigits.labels("1234", 4, false, "1734")).hasValue("1734");
        assertThat(ReviewedDigits.labels("1234", 4, false, "1784")).isEmpty();
        assertThat(ReviewedDigits.labels("", 0, false, "1784")).isEmpty();
    }
}
