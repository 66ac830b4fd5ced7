using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;
using PilotRegistry.Disclosure.Answers;
using PilotRegistry.Disclosure.Folding;
using PilotRegistry.EventStore;

namespace PilotRegistry.Disclosure.Features;

/// <summary>Anybody browses the public parks: list by list in the order of their numbers, then those on no list in the order they came.</summary>
public static class ListParks
{
    /// <param name="Total">How many match, on all pages.</param>
    public sealed record ParkList(int Total, int Page, int PageSize, IReadOnlyList<ParkItem> Items);

    internal const string StageCodes = "applied|recommended|listed|selfEvaluation|acceptance|accepted|suspended|withdrawn|rejected";

    internal const string VerdictCodes = "met|notMet|noNationalTarget|notApplicable|notReported";

    public static void MapListParks(this IEndpointRouteBuilder routes) => routes
        .MapGet("/parks", HandleAsync)
        .AllowAnonymous()
        .WithName(nameof(ListParks))
        .WithSummary("Public parks, filtered and searched")
        .Produces<ParkList>();

    private static async Task<IResult> HandleAsync(
        EventDatabase database, CancellationToken cancel,
        [RegularExpression("[1-9][0-9]{5}")] string? province = null,
        [RegularExpression(StageCodes)] string? stage = null,
        [RegularExpression("whole|partial")] string? scope = null,
        bool? listed = null,
        bool? disclosed = null,
        [MaxLength(40)] string? industry = null,
        [MaxLength(60)] string? batch = null,
        [RegularExpression(VerdictCodes)] string? verdict = null,
        [MaxLength(100)] string? q = null,
        [Range(1, 1_000_000)] int page = 1,
        [Range(1, 200)] int pageSize = 20)
    {
        var query = new ParkQuery(database.Source)
            .Where("province =", province)
            .Where("stage =", stage)
            .Where("scope =", scope)
            .Where("listed =", listed)
            .Where("(disclosed_years > 0) =", disclosed)
            .Where("industry =", industry)
            .Where("batch =", batch)
            .Where("verdict =", verdict);
        foreach (var pattern in SearchText.Patterns(q ?? ""))
        {
            query.Where("search like", pattern);
        }

        var (total, items) = await query.PageAsync(page, pageSize, cancel);
        var head = string.Create(CultureInfo.InvariantCulture, $$"""{"total":{{total}},"page":{{page}},"pageSize":{{pageSize}},"items":[""");
        return new ReadyAnswer([.. Encoding.UTF8.GetBytes(head), .. items, .. "]}"u8]);
    }
}
