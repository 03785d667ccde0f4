package numeral.score;

import java.io.Serializable;
import numeral.form.decide.DecisionSettings;

/**
 * How the fields of one form are read.
 *
 * @param templateJson text of the template
 * @param settings when a reading is accepted
 * @param auditShare share of the accepted fields, 0 to 1, that are marked for a person's look all the same
 */
public record FormRules(String templateJson, DecisionSettings settings, double auditShare) implements Serializable {}
