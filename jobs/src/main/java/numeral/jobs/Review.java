package numeral.jobs;

import java.sql.Timestamp;
import java.time.Instant;
import numeral.review.Answer;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * One row of the table {@code reviews}.
 *
 * @param answer what the person said
 * @param read value that the model read; null where it read none
 */
record Review(String run, String page, String field, Answer answer, String model, String read, boolean audit) {
    static Review of(Row row) {
        Answer.State state = Answer.State.valueOf(row.getAs("state"));
        Answer answer = new Answer(
                "",
                state,
                state == Answer.State.VALUE ? row.getAs("value") : "",
                row.getAs("reviewer"),
                row.<Timestamp>getAs("reviewed_at").toInstant());
        return new Review(
                row.getAs("run"),
                row.getAs("page"),
                row.getAs("field"),
                answer,
                row.getAs("model"),
                row.getAs("read"),
                row.getAs("audit"));
    }

    Row row() {
        return RowFactory.create(
                run,
                page,
                field,
                answer.state().name(),
                answer.state() == Answer.State.VALUE ? answer.value() : null,
                answer.reviewer(),
                Timestamp.from(answer.reviewedAt()),
                model,
                read,
                audit);
    }

    String place() {
        return page + "\n" + field;
    }

    Instant at() {
        return answer.reviewedAt();
    }

    /** Whether it tells if what that model accepted was right. */
    boolean isAuditOf(String modelId) {
        return audit && model.equals(modelId) && answer.state() != Answer.State.UNREADABLE;
    }

    boolean agrees() {
        return answer.value().equals(read);
    }
}
