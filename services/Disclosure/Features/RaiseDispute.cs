using System.ComponentModel.DataAnnotations;
using System.Globalization;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Disclosure.Features;

/// <summary>Anybody disputes one figure of a disclosed year, with or without a name.</summary>
public static class RaiseDispute
{
    public static readonly Refusal NotDisclosed = new("year-not-disclosed", "This year is not disclosed; there is no figure to dispute.");

    /// <param name="Figure">Which figure, as the page names it; letters, digits and <c>. / _ -</c>.</param>
    /// <param name="Evidence">Where it can be checked, e.g. an address.</param>
    /// <param name="Contact">How to answer; never public, and erased on request.</param>
    public sealed record Request(
        [Range(2020, 2100)] int Year,
        [Required, RegularExpression("[A-Za-z0-9._/-]{1,120}")] string Figure,
        [Required, StringLength(4000, MinimumLength = 10)] string Reason,
        [MaxLength(2000)] string? Evidence = null,
        [MaxLength(200)] string? Contact = null);

    /// <param name="Number">Under which the dispute is followed in public.</param>
    public sealed record Received(string Number, DisputeStatus State);

    public static Decision Decide(DisputeState state, Guid park, Request request, string number, bool isDisclosed) => state switch
    {
        _ when !isDisclosed => NotDisclosed,
        { IsRaised: true } => Decision.Nothing,
        _ => new DisputeRaised(park, number, request.Year, request.Figure)
    };

    public static void MapRaiseDispute(this IEndpointRouteBuilder routes) => routes
        .MapPost("/parks/{id:guid}/disputes", HandleAsync)
        .AllowAnonymous()
        .RequireRateLimiting(PublicLimits.Disputes)
        .WithName(nameof(RaiseDispute))
        .WithSummary("Dispute one figure of a disclosed year")
        .Produces<Received>(StatusCodes.Status202Accepted)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status429TooManyRequests);

    /// <summary>The words are stored first: an event without its words would be worse than words without an event.</summary>
    private static async Task<IResult> HandleAsync(
        Guid id, Request request, DisputeTexts texts, Store store, TimeProvider clock, CancellationToken cancel)
    {
        var isDisclosed = await texts.IsDisclosedAsync(id, request.Year, cancel);
        var dispute = store.NewId("dispute");
        var number = isDisclosed ? await texts.AddAsync(dispute, Beijing.Today(clock).Year, request, cancel) : "";
        var outcome = await store.StartAsync(DisputeState.Stream, dispute, state => Decide(state, id, request, number, isDisclosed), cancel);
        return outcome is Outcome.Done
            ? Results.Accepted($"/parks/{id}/disputes", new Received(number, DisputeStatus.Received))
            : CommandAnswers.From(outcome);
    }
}

/// <summary>What people wrote, apart from the record, so that it can be erased.</summary>
public sealed class DisputeTexts(EventDatabase database)
{
    public async Task<bool> IsDisclosedAsync(Guid park, int year, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand("select exists (select from public_years where park_id = $1 and year = $2)");
        command.Parameters.Add(new() { Value = park });
        command.Parameters.Add(new() { Value = year });
        return (bool)(await command.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>Stores the words and draws the next public number of the year; a dispute that is raised again keeps its number.</summary>
    public async Task<string> AddAsync(Guid dispute, int year, RaiseDispute.Request request, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand(
            """
            with known as (select number from dispute_texts where dispute_id = $1),
            drawn as (
                insert into dispute_numbers as n (year, last) select $2, 1 where not exists (select from known)
                on conflict (year) do update set last = n.last + 1 returning last),
            added as (
                insert into dispute_texts (dispute_id, number, reason, evidence, contact)
                select $1, format('D-%s-%s', $2, lpad(last::text, 6, '0')), $3, $4, $5 from drawn returning number)
            select number from known union all select number from added
            """);
        command.Parameters.Add(new() { Value = dispute });
        command.Parameters.Add(new() { Value = year });
        foreach (var text in new[] { request.Reason, request.Evidence, request.Contact })
        {
            command.Parameters.Add(new() { Value = (object?)text ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Varchar });
        }

        return Convert.ToString(await command.ExecuteScalarAsync(cancel), CultureInfo.InvariantCulture)!;
    }
}
