using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Workflows.Host.Features;

/// <summary>A case on its drawings, for who may see it, live; and for everybody, by park, without reasons.</summary>
public static class ReadPicture
{
    /// <summary>How long the public page looks back: processes of a park, the latest first.</summary>
    private const int MostCases = 20;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>More often than proxies give up on a silent connection.</summary>
    private const int LooksPerSign = 10;

    /// <param name="Waiting">How long the steps of these cases usually take, in all provinces.</param>
    public sealed record OfPark(IReadOnlyList<Picture> Items, IReadOnlyList<WaitingTime> Waiting);

    public static void MapReadPicture(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/instances/{id:guid}/picture", OneAsync).RequireAuthorization("Insider").WithName(nameof(ReadPicture)).WithSummary("A case on its drawings").Produces<Picture>();
        routes.MapGet("/instances/{id:guid}/stream", StreamAsync).RequireAuthorization("Insider").WithName("WatchInstance").WithSummary("Server-sent events: the version of a case whenever it moved");
        routes.MapGet("/parks/{id:guid}/processes", OfParkAsync).AllowAnonymous().WithName("ReadParkProcesses").WithSummary("Where the cases of a park stand, without names");
    }

    private static async Task<IResult> OneAsync(Guid id, Pictures pictures, Instances instances, ClaimsPrincipal user, CancellationToken cancel) =>
        await MaySeeAsync(id, instances, user, cancel) && await pictures.OfAsync(id, cancel) is { } picture ? Answer.One(picture, picture.Version) : Results.NotFound();

    private static async Task<JsonAnswer<OfPark>> OfParkAsync(Guid id, Pictures pictures, WaitingTimes waiting, CancellationToken cancel)
    {
        var items = new List<Picture>();
        foreach (var instance in await pictures.OfParkAsync(id, MostCases, cancel))
        {
            if (await pictures.OfAsync(instance, cancel) is { } picture) items.Add(picture.WithoutReasons());
        }

        var drawn = items.SelectMany(each => each.Drawings).Select(each => each.Process).ToHashSet(StringComparer.Ordinal);
        return Answer.Of(new OfPark(items, [.. (await waiting.ReadAsync(cancel)).Where(each => drawn.Contains(each.Process))]));
    }

    private static async Task<IResult> StreamAsync(Guid id, Pictures pictures, Instances instances, ClaimsPrincipal user, HttpContext http, CancellationToken cancel)
    {
        if (!await MaySeeAsync(id, instances, user, cancel)) return Results.NotFound();
        http.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(Watch(id, pictures, cancel));
    }

    /// <summary>Any host may have moved the case: the database is asked, not this process. A connection that ends is taken up again by the browser.</summary>
    private static async IAsyncEnumerable<SseItem<string>> Watch(Guid id, Pictures pictures, [EnumeratorCancellation] CancellationToken cancel)
    {
        long? seen = null;
        for (var looks = 0; !cancel.IsCancellationRequested; looks++)
        {
            if (await pictures.VersionAsync(id, cancel) is not { } version) yield break;
            if (version != seen) yield return new($"{version}", "moved");
            else if (looks % LooksPerSign == 0) yield return new($"{version}", "still");
            seen = version;
            await Task.Delay(Look, cancel);
        }
    }

    private static async Task<bool> MaySeeAsync(Guid id, Instances instances, ClaimsPrincipal user, CancellationToken cancel) =>
        await instances.ReadAsync(id, cancel) is { } known && user.MaySee(CaseFacts.Of(known.State.Process));
}
