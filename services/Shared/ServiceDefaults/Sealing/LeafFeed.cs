using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PilotRegistry.EventStore;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.ServiceDefaults.Sealing;

/// <summary>Where the public log takes a service's leaves, in their order.</summary>
public static class LeafFeed
{
    /// <summary>Where to go on: <c>transaction.sequence</c>.</summary>
    public const string NextHeader = "Leaves-Next";

    private const int Most = 1000;

    public static void MapLeafFeed(this IEndpointRouteBuilder routes) => routes.MapGet("/leaves", ReadAsync)
        .RequireAuthorization("Service").WithName("ReadLeaves").WithSummary("The leaves after a place in the feed, for the public log")
        .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream").Produces(StatusCodes.Status204NoContent);

    /// <param name="after">The last answer's Leaves-Next; left out at the beginning.</param>
    private static async Task<IResult> ReadAsync(
        Leaves leaves, HttpResponse response, CancellationToken cancel, [RegularExpression("^[0-9]{1,19}\\.[0-9]{1,18}$")] string? after = null)
    {
        var read = await leaves.ReadAsync(after is null ? Position.Start : Parse(after), Most, cancel);
        if (read is not [.., { Position: var last }])
        {
            return Results.NoContent();
        }

        response.Headers[NextHeader] = string.Create(CultureInfo.InvariantCulture, $"{last.Transaction}.{last.Sequence}");
        return Results.Bytes(EntryBundle.Write([.. read.Select(l => new ReadOnlyMemory<byte>(l.Leaf))]), "application/octet-stream");
    }

    private static Position Parse(string place)
    {
        var dot = place.IndexOf('.', StringComparison.Ordinal);
        return new(ulong.Parse(place.AsSpan(0, dot), CultureInfo.InvariantCulture), long.Parse(place.AsSpan(dot + 1), CultureInfo.InvariantCulture));
    }
}
