using PilotRegistry.ServiceDefaults;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host;

/// <summary>What a person decided: on which case, why, and what else was given.</summary>
public sealed record GivenDecision(Guid Thing, string Reasons, Variables Given)
{
    public string? Text(string name) => (Given.Find(name) as FeelValue.Text)?.Value;
}

/// <summary>What a decision says to the owning service.</summary>
/// <param name="Service">As settings name it: <c>Services__Registration</c>.</param>
/// <param name="Path">With <c>{case}</c> for the thing.</param>
public sealed record ServiceCommand(string Service, string Path, Func<GivenDecision, object> Body)
{
    public string PathOf(Guid thing) => Path.Replace("{case}", thing.ToString(), StringComparison.Ordinal);
}

/// <summary>What another service published ends a task of the kind: the decision was given there directly.</summary>
/// <param name="Outcome">From what the message says; null when this message does not end it.</param>
/// <param name="Gives">What the process learns of the message.</param>
public sealed record Hearing(string Message, Func<Variables, string?> Outcome, params IReadOnlyList<string> Gives);

/// <summary>A kind of task: the words of the drawing, who decides it, and what each outcome means.</summary>
/// <param name="Outcomes">Null where this host alone records it.</param>
public sealed record Kind(string Name, IReadOnlyList<string> Roles, IReadOnlyDictionary<string, ServiceCommand?> Outcomes, IReadOnlyList<Hearing> Heard);

/// <summary>
/// Every kind of task that a shipped drawing holds: the table of docs/processes.md. A task without a kind of this table is recorded by
/// this host alone, with the outcome <c>done</c>.
/// </summary>
public static class Kinds
{
    private const string Registration = "Registration", Submission = "Submission", Acceptance = "Acceptance";

    private static readonly ServiceCommand
        Return = new(Registration, "/applications/{case}/return", d => new { reasons = d.Reasons }),
        Refuse = new(Registration, "/applications/{case}/refusal", d => new { reasons = d.Reasons }),
        Recommend = new(Registration, "/applications/{case}/recommendation", d => new { batch = d.Text("batch"), reasons = d.Reasons }),
        List = new(Registration, "/lists", ListOf),
        SubmitApplication = new(Registration, "/applications/{case}/submission", _ => new { }),
        SubmitYear = new(Submission, "/submissions/{case}/submission", d => d.Text("reason") is { } reason ? (object)new { reason } : new { });

    private static readonly Hearing
        Returned = Hears("application-returned", "return"), Refused = Hears("application-refused", "refuse");

    private static readonly Dictionary<string, Kind> Known = new[]
    {
        Of("application-completeness", Roles.Province, [("complete", null), ("return", Return), ("refuse", Refuse)], Returned, Refused),
        Of("application-correction", Roles.Park, [("done", SubmitApplication)], Hears("application-submitted", "done")),
        Of("city-check", Roles.City, [("forward", null), ("return", null), ("refuse", null)]),
        Of("department-opinion", Roles.Province, Done),
        Of("provincial-summary", Roles.Province, [("proceed", null), ("return", Return), ("refuse", Refuse)], Returned, Refused),
        Of("expert-score", Roles.Expert, Done),
        new("panel-conclusion", [Roles.Province, Roles.National], Outcomes(("pass", null), ("fail", null)), []),
        Of("objection-handling", Roles.Province, Done),
        Of("provincial-recommendation", Roles.Province, [("recommend", Recommend), ("refuse", Refuse)], Hears("application-recommended", "recommend"), Refused),
        Of("deferral", Roles.Province, Done),
        Of("ministry-opinion", Roles.National, [("agree", null), ("object", null)]),
        Of("national-decision", Roles.National, [("list", null), ("refuse", Refuse)], Refused),
        Of("list-publication", Roles.National, [("done", List)]),
        Of("progress-report", Roles.Park, Done),
        Of("progress-check", Roles.Province, Progress),
        Of("progress-urging", Roles.Province, Progress),
        Of("extension-opinion", Roles.Province, Done),
        Of("extension-decision", Roles.National, [("granted", null), ("refused", null)]),
        Of("removal-decision", Roles.National, [("remove", null), ("keep", null)]),
        Of("midterm-report", Roles.Park, Done),
        Of("midterm-rectification", Roles.Park, Done),
        Of("midterm-review", Roles.Province, [("continue", null), ("rectify", null), ("remove", null)]),
        Of("statement-defence", Roles.Park, Done),
        Of("annual-submission", Roles.Park, [("done", SubmitYear)], Hears("year-submitted", "done")),
        Of("overdue-decision", Roles.Province, [("extend", null), ("fail", null)]),
        Of("body-engagement", Roles.Park, [], Hears("body-engaged", "done", "body")),
        Of("team-naming", Roles.VerifierLead, Done),
        Of("verification-statement", Roles.VerifierLead, [], new Hearing("statement-signed", said => (said.Find("opinion") as FeelValue.Text)?.Value)),
        Of("finding-answer", Roles.Park, Done),
        Of("finding-closing", Roles.Verifier, [("closed", null), ("return", null)]),
        Of("year-disclosure", Roles.Park, [], Hears("year-disclosed", "done")),
        Of("acceptance-request", Roles.Park, [], Hears("acceptance-requested", "done", "case", "year")),
        Of("self-evaluation-report", Roles.Park, Done),
        Of(
            "self-evaluation", Roles.Province, [("passed", SelfEvaluation(passed: true)), ("not-passed", SelfEvaluation(passed: false))],
            new Hearing("self-evaluation-concluded", said => said.Find("passed") == FeelValue.True ? "passed" : "not-passed")),
        Of("site-check", Roles.National, Done),
        Of(
            "acceptance-decision", Roles.National, [("accepted", Decide(accepted: true)), ("conditional", null), ("refused", Decide(accepted: false))],
            Hears("acceptance-granted", "accepted"), Hears("acceptance-refused", "refused")),
        Of("condition-report", Roles.Park, Done),
        Of(
            "condition-review", Roles.National, [("met", Decide(accepted: true)), ("not-met", Decide(accepted: false))],
            Hears("acceptance-granted", "met"), Hears("acceptance-refused", "not-met")),
        Of("inquiry-statement", Roles.Park, Done),
        Of("inquiry-finding", Roles.Province, [("unfounded", null), ("rectify", null), ("serious", null)]),
        Of("rectification-report", Roles.Park, Done),
        Of("rectification-review", Roles.Province, [("done", null), ("again", null), ("failed", null)]),
        Of("suspension-decision", Roles.National, [("suspend", null), ("no", null)]),
        Of("reinstatement-request", Roles.Park, Done),
        Of("withdrawal-decision", Roles.National, [("reinstate", null), ("withdraw", null)]),
    }.ToDictionary(kind => kind.Name, StringComparer.Ordinal);

    public static IEnumerable<Kind> All => Known.Values;

    public static IEnumerable<string> Names => Known.Keys;

    private static (string, ServiceCommand?)[] Done => [("done", null)];

    private static (string, ServiceCommand?)[] Progress => [("go-on", null), ("built", null), ("remove", null)];

    public static Kind Find(string name) => Known.GetValueOrDefault(name) ?? new(name, [], Outcomes(Done), []);

    private static ServiceCommand SelfEvaluation(bool passed) => new(Acceptance, "/acceptances/{case}/self-evaluation", d => new { passed, reasons = d.Reasons });

    private static ServiceCommand Decide(bool accepted) => new(Acceptance, "/acceptances/{case}/decision", d => new { accepted, reasons = d.Reasons });

    /// <summary>A list of this case alone, or of all that are named in <c>applications</c>.</summary>
    private static object ListOf(GivenDecision decided) => new
    {
        batch = decided.Text("batch"),
        document = decided.Text("document"),
        publishedOn = decided.Text("publishedOn"),
        source = decided.Text("source"),
        reasons = decided.Reasons,
        applications = decided.Given.Find("applications") is FeelValue.List listed
            ? listed.Items.OfType<FeelValue.Text>().Select(each => new { applicationId = each.Value })
            : [new { applicationId = decided.Thing.ToString() }],
    };

    private static Hearing Hears(string message, string outcome, params IReadOnlyList<string> gives) => new(message, _ => outcome, gives);

    private static Kind Of(string name, string role, (string Outcome, ServiceCommand? Command)[] outcomes, params IReadOnlyList<Hearing> heard) =>
        new(name, [role], Outcomes(outcomes), heard);

    private static Dictionary<string, ServiceCommand?> Outcomes(params (string Outcome, ServiceCommand? Command)[] outcomes) =>
        outcomes.ToDictionary(each => each.Outcome, each => each.Command, StringComparer.Ordinal);
}
