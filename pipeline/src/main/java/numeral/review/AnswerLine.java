package numeral.review;

/** What became of one answer of a file. */
public sealed interface AnswerLine {
    /** Position of the answer in its file, from 0. */
    long position();

    /** An answer that can be understood. */
    record Understood(long position, Answer answer, String sha256) implements AnswerLine {}

    /**
     * One that cannot be taken.
     *
     * @param reason short name of the defect
     * @param detail expected and found, never the value
     * @param sha256 of the answer's text, hexadecimal
     */
    record Refused(long position, String reason, String detail, String sha256) implements AnswerLine {}
}
