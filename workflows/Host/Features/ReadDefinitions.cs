using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Workflows.Host.Features;

/// <summary>The drawings: which file stands for a process from when on, and their texts. They are public, as the rules they draw are.</summary>
public static class ReadDefinitions
{
    /// <param name="Province">Whose; null for the whole country.</param>
    /// <param name="IsSlot">Whether provinces may draw it themselves.</param>
    public sealed record Published(string Process, string? Province, DateTimeOffset ValidFrom, string Sha256, bool IsSlot);

    public sealed record All(IReadOnlyList<Published> Items);

    public sealed record Text(string Sha256, string Xml);

    public static void MapReadDefinitions(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/definitions", ListAsync).AllowAnonymous().WithName("ListDefinitions").WithSummary("Every published drawing, the latest first");
        routes.MapGet("/definitions/{sha256:length(64)}", OneAsync).AllowAnonymous().WithName("ReadDefinition").WithSummary("A drawing's text").Produces<Text>();
    }

    private static async Task<JsonAnswer<All>> ListAsync(EventDatabase database, Shipped shipped, CancellationToken cancel)
    {
        var items = new List<Published>();
        await using var command = database.Source.Command("select process, province, valid_from, hash from definitions order by process, province, valid_from desc");
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var (process, province) = (reader.GetString(0), reader.GetString(1));
            items.Add(new(process, province.Length == 0 ? null : province, reader.GetFieldValue<DateTimeOffset>(2), reader.GetString(3), shipped.Contracts.ContainsKey(process)));
        }

        return Answer.Of(new All(items));
    }

    private static async Task<IResult> OneAsync(string sha256, Releases releases, CancellationToken cancel) =>
        await releases.TextAsync(sha256, cancel) is { } xml ? Answer.Of(new Text(sha256, xml)) : Results.NotFound();
}
