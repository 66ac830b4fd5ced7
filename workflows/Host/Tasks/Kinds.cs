using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host;

/// <summary>What a decision says to the owning service.</summary>
/// <param name="Service">As settings name it: <c>Services__Registration</c>.</param>
/// <param name="Path">With <c>{case}</c> for the thing.</param>
/// <param name="Body">From the reasons and what else was given.</param>
public sealed record ServiceCommand(string Service, string Path, Func<string, Variables, object> Body)
{
    public string PathOf(Guid thing) => Path.Replace("{case}", thing.ToString(), StringComparison.Ordinal);
}

/// <summary>A kind of task: the words of the drawing (form key), and what each outcome means.</summary>
/// <param name="Outcomes">Null where the process alone learns of it.</param>
public sealed record Kind(string Name, IReadOnlyDictionary<string, ServiceCommand?> Outcomes);

/// <summary>Every kind of task that a drawing may hold. A task without a kind of this table is one that the process alone learns of, with the outcome <c>done</c>.</summary>
public static class Kinds
{
    private const string Registration = "Registration", Acceptance = "Acceptance";

    private static readonly ServiceCommand Return = new(Registration, "/applications/{case}/return", (reasons, _) => new { reasons });
    private static readonly ServiceCommand Refuse = new(Registration, "/applications/{case}/refusal", (reasons, _) => new { reasons });
    private static readonly ServiceCommand Recommend = new(
        Registration, "/applications/{case}/recommendation", (reasons, given) => new { batch = (given.Find("batch") as FeelValue.Text)?.Value, reasons });

    private static readonly Dictionary<string, Kind> Known = new[]
    {
        Of("application-completeness", ("complete", null), ("return", Return)),
        Of("provincial-recommendation", ("recommend", Recommend), ("return", Return), ("refuse", Refuse)),
        Of("national-decision", ("list", null), ("refuse", Refuse)),
        Of("expert-score", ("scored", null)),
        Of("ministry-opinion", ("support", null), ("object", null)),
        Of("self-evaluation", ("pass", SelfEvaluation(passed: true)), ("fail", SelfEvaluation(passed: false))),
        Of("acceptance-decision", ("accept", Decide(accepted: true)), ("refuse", Decide(accepted: false))),
    }.ToDictionary(kind => kind.Name, StringComparer.Ordinal);

    public static IEnumerable<string> Names => Known.Keys;

    public static Kind Find(string name) => Known.GetValueOrDefault(name) ?? Of(name, ("done", null));

    private static ServiceCommand SelfEvaluation(bool passed) => new(Acceptance, "/acceptances/{case}/self-evaluation", (reasons, _) => new { passed, reasons });

    private static ServiceCommand Decide(bool accepted) => new(Acceptance, "/acceptances/{case}/decision", (reasons, _) => new { accepted, reasons });

    private static Kind Of(string name, params (string Outcome, ServiceCommand? Command)[] outcomes) =>
        new(name, outcomes.ToDictionary(each => each.Outcome, each => each.Command, StringComparer.Ordinal));
}
