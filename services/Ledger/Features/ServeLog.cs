using System.Net.Mime;
using PilotRegistry.Ledger.Publishing;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Ledger.Features;

/// <summary>The public files as any web server would serve them: the newest checkpoint, tiles and entries for ever, keys and policy.</summary>
public static class ServeLog
{
    private const string Forever = "public, max-age=31536000, immutable", Hour = "public, max-age=3600", Second = "public, max-age=1";

    public static void MapServeLog(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/checkpoint", (LogFolder folder, HttpResponse response) => folder.Has("checkpoint")
            ? Text(response, Second, folder.Read("checkpoint"))
            : NotThere(response)).AllowAnonymous().WithName("ReadCheckpoint").WithSummary("The newest signed checkpoint");
        routes.MapGet("/tile/{**rest}", Tile).AllowAnonymous().WithName("ReadTile").WithSummary("Hashes and entries of the log");
        routes.MapGet("/policy", (LogIdentity log, HttpResponse response) => Text(response, Hour, log.PolicyText))
            .AllowAnonymous().WithName("ReadPolicy").WithSummary("Whose signatures make a checkpoint count");
        routes.MapGet("/keys.txt", (LogIdentity log, HttpResponse response) => Text(response, Hour, log.KeysText))
            .AllowAnonymous().WithName("ReadKeys").WithSummary("The log's keys");
    }

    /// <summary>404 that nobody keeps: what is not there now may be there in a second.</summary>
    public static IResult NotThere(HttpResponse response)
    {
        (response.Headers.CacheControl, response.Headers.AccessControlAllowOrigin) = ("no-store", "*");
        return Results.NotFound();
    }

    private static IResult Tile(string rest, LogFolder folder, HttpResponse response)
    {
        if (!TileAddress.TryParse($"tile/{rest}", out var address) || !folder.Has(address.Path))
        {
            return NotThere(response);
        }

        (response.Headers.CacheControl, response.Headers.AccessControlAllowOrigin) = (address.IsPartial ? Hour : Forever, "*");
        return Results.Bytes(folder.Read(address.Path), MediaTypeNames.Application.Octet);
    }

    private static IResult Text(HttpResponse response, string cache, string text) => Text(response, cache, System.Text.Encoding.UTF8.GetBytes(text));

    private static IResult Text(HttpResponse response, string cache, byte[] text)
    {
        (response.Headers.CacheControl, response.Headers.AccessControlAllowOrigin) = (cache, "*");
        return Results.Bytes(text, "text/plain; charset=utf-8");
    }
}
