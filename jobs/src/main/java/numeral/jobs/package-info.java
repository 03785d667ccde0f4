/** The command line: one {@link numeral.jobs.Main}, one thin class a command that reads tables, calls one stage and publishes. */
package numeral.jobs;
