using System.Globalization;
using System.Net.Mime;

namespace PilotRegistry.Witness;

/// <summary>Who this witness is and what it saw last, for whoever wants to pin its key or see that it works.</summary>
public static class ReadWitness
{
    public static void MapReadWitness(this IEndpointRouteBuilder routes) => routes.MapGet("/", (WatchedLogs logs, SeenCheckpoints seen) => Results.Text(
        string.Concat([$"{logs.Signer.Key}\n", .. logs.Origins.Select(o => string.Create(CultureInfo.InvariantCulture, $"{o} {seen.Last(o)?.Size ?? 0}\n"))]),
        MediaTypeNames.Text.Plain));
}
