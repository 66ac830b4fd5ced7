using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;
using Npgsql;
using PilotRegistry.Disclosure.Answers;
using PilotRegistry.Disclosure.Folding;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Disclosure.Features;

/// <summary>Anybody browses the public parks: list by list in the order of their numbers, then those on no list in the order they came.</summary>
public static class ListParks
{
    /// <param name="Total">How many match, on all pages.</param>
    public sealed record ParkList(int Total, int Page, int PageSize, IReadOnlyList<ParkItem> Items);

    private const string StageCodes = "applied|recommended|listed|selfEvaluation|acceptance|accepted|suspended|withdrawn|rejected";

    public static void MapListParks(this IEndpointRouteBuilder routes) => routes
        .MapGet("/parks", HandleAsync)
        .AllowAnonymous()
        .WithName(nameof(ListParks))
        .WithSummary("Public parks, filtered and searched")
        .Produces<ParkList>()
        .Produces<Problem>(StatusCodes.Status422UnprocessableEntity, "application/problem+json");

    private static async Task<IResult> HandleAsync(
        EventDatabase database, CancellationToken cancel,
        [RegularExpression("[1-9][0-9]{5}")] string? province = null,
        [RegularExpression(StageCodes)] string? stage = null,
        [RegularExpression("whole|partial")] string? scope = null,
        bool? listed = null,
        bool? disclosed = null,
        [MaxLength(100)] string? q = null,
        [Range(1, 1_000_000)] int page = 1,
        [Range(1, 200)] int pageSize = 20)
    {
        await using var command = database.Source.CreateCommand();
        List<string> conditions = [];
        Add("province =", province);
        Add("stage =", stage);
        Add("scope =", scope);
        Add("listed =", listed);
        Add("(disclosed_years > 0) =", disclosed);
        foreach (var pattern in SearchText.Patterns(q ?? ""))
        {
            Add("search like", pattern);
        }

        command.CommandText = Query(conditions, page, pageSize);
        return await AnswerAsync(command, page, pageSize, cancel);

        void Add(string condition, object? value)
        {
            if (value is not null)
            {
                command.Parameters.Add(new() { Value = value });
                conditions.Add($"{condition} ${command.Parameters.Count}");
            }
        }
    }

    /// <summary>One row: how many match, and the page's items as one text, ready to be sent.</summary>
    private static string Query(List<string> conditions, int page, int pageSize)
    {
        var where = conditions.Count > 0 ? $"where {string.Join(" and ", conditions)}" : "";
        var paging = string.Create(CultureInfo.InvariantCulture, $"limit {pageSize} offset {(page - 1L) * pageSize}");
        return $"""
            select (select count(*) from public_parks {where}),
                   (select string_agg(item, ',') from (select item from public_parks {where} order by batch, list_number, id {paging}) items)
            """;
    }

    private static async Task<IResult> AnswerAsync(NpgsqlCommand command, int page, int pageSize, CancellationToken cancel)
    {
        await using var reader = await command.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        var head = Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $$"""{"total":{{reader.GetInt64(0)}},"page":{{page}},"pageSize":{{pageSize}},"items":["""));
        var items = reader.IsDBNull(1) ? [] : reader.GetFieldValue<byte[]>(1);
        return new ReadyAnswer([.. head, .. items, .. "]}"u8]);
    }
}
