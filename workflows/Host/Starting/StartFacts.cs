using System.Globalization;
using PilotRegistry.Contracts;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host;

/// <summary>
/// What a process needs at its start beyond what its message says (docs/processes.md): the batch and its quota, experts, ministries, dates.
/// It is asked once; a case keeps what it began with.
/// </summary>
public sealed class StartFacts(CaseData data, Experts experts, TimeProvider clock)
{
    /// <param name="said">What the message, or who starts it by hand, says; it goes before what is found here.</param>
    public async Task<Variables> OfAsync(string process, string? key, Variables said, CancellationToken cancel) => process switch
    {
        "application" => BatchOf(said).With(await PanelsAsync(said, cancel)).With("ministries", Texts(data.Ministries)).With(said),
        "acceptance" => (await PanelsAsync(said, cancel)).With(said),
        "construction-watch" => (await PanelsAsync(said, cancel)).With(said).With(Dates(said)),
        "annual-report" => Variables.None.With("caseKey", FeelValue.Of(key)).With(said),
        _ => said
    };

    private Variables BatchOf(Variables said)
    {
        var batch = data.CurrentBatch(said.Find("demo") == FeelValue.True);
        return Variables.Of(("batch", FeelValue.Of(batch.Name)), ("quota", FeelValue.Of(batch.Quota)));
    }

    private async Task<Variables> PanelsAsync(Variables said, CancellationToken cancel)
    {
        if (said.Has("provincialExperts") && said.Has("nationalExperts")) return Variables.None;
        var (provincial, national) = await experts.OfAsync(TextOf(said, "province"), cancel);
        return Variables.Of(("provincialExperts", Texts(provincial.Select(id => id.ToString()))), ("nationalExperts", Texts(national.Select(id => id.ToString()))));
    }

    /// <summary>A list names the last year of construction: its last day. Without a mid-term review in the province, mid-term is that day too.</summary>
    private Variables Dates(Variables said)
    {
        var end = said.Find("constructionEnd") is FeelValue.Number year ? new DateOnly((int)year.Value, 12, 31) : DateOf(TextOf(said, "constructionEnd"));
        var listed = TextOf(said, "publishedOn") is { } published ? DateOf(published) : clock.Today();
        var midterm = said.Has("midterm") ? DateOf(TextOf(said, "midterm")) : data.MidtermAfter(TextOf(said, "province")) is { } months ? listed.AddMonths(months) : end;
        return Variables.Of(("constructionEnd", Text(end)), ("midterm", Text(midterm < end ? midterm : end)));
    }

    private static DateOnly DateOf(string? text) => DateOnly.ParseExact(text ?? "", "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static FeelValue Text(DateOnly date) => FeelValue.Of(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static FeelValue Texts(IEnumerable<string> texts) => FeelValue.Of(texts.Select(FeelValue (text) => FeelValue.Of(text)));

    private static string? TextOf(Variables variables, string name) => (variables.Find(name) as FeelValue.Text)?.Value;
}
