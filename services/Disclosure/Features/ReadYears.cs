using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;
using PilotRegistry.Disclosure.Answers;
using PilotRegistry.EventStore;

namespace PilotRegistry.Disclosure.Features;

/// <summary>Anybody sets disclosed years side by side: of parks, a province, an industry group, a verification body. Newest first.</summary>
public static class ReadYears
{
    /// <param name="Total">How many match, on all pages.</param>
    public sealed record YearList(int Total, int Page, int PageSize, IReadOnlyList<YearItem> Items);

    public static void MapReadYears(this IEndpointRouteBuilder routes) => routes
        .MapGet("/years", HandleAsync)
        .AllowAnonymous()
        .WithName(nameof(ReadYears))
        .WithSummary("Disclosed years, side by side")
        .Produces<YearList>();

    private static async Task<IResult> HandleAsync(
        EventDatabase database, CancellationToken cancel,
        Guid? park = null,
        [RegularExpression("[1-9][0-9]{5}")] string? province = null,
        [MaxLength(40)] string? industry = null,
        Guid? body = null,
        [Range(2020, 2100)] int? year = null,
        bool latest = false,
        [Range(1, 1_000_000)] int page = 1,
        [Range(1, 200)] int pageSize = 50)
    {
        var query = new ParkQuery(database.Source, "public_years", "year desc, park_id")
            .Where("park_id =", park).Where("province =", province).Where("industry =", industry).Where("body =", body).Where("year =", year)
            .Where("latest =", latest ? true : null);
        var (total, items) = await query.PageAsync(page, pageSize, cancel);
        var head = string.Create(CultureInfo.InvariantCulture, $$"""{"total":{{total}},"page":{{page}},"pageSize":{{pageSize}},"items":[""");
        return new ReadyAnswer([.. Encoding.UTF8.GetBytes(head), .. items, .. "]}"u8]);
    }
}
