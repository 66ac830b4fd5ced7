using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using PilotRegistry.Contracts;
using PilotRegistry.Disclosure.Answers;
using PilotRegistry.Disclosure.Folding;
using PilotRegistry.Disclosure.Releases;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Disclosure.Features;

/// <summary>Anybody reads what the open data were on any day: the archive, each day's signed manifest and files, and what differs from the day before.</summary>
public static class ReadReleases
{
    /// <summary>Releases of one answer.</summary>
    public const int Most = 60;

    private const string Day = "/open-data/releases/{day:regex(^[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}$)}";
    private const string Forever = "public, max-age=31536000, immutable", Hour = "public, max-age=3600";

    public static void MapReadReleases(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/open-data/releases", (Archive archive, IOptions<ReleaseSettings> settings, DateOnly? before = null) => Answer.Of(List(archive, settings.Value, before)))
            .AllowAnonymous().WithName("ListReleases").WithSummary("The daily releases of the open data, newest first");
        routes.MapGet("/open-data/releases/keys.txt", Keys)
            .AllowAnonymous().WithName("ReadReleaseKeys").WithSummary("The keys that sign and signed releases").Produces<string>(StatusCodes.Status200OK, "text/plain");
        routes.MapGet(Day, (string day, Archive archive) => Find(archive, day) is { } release ? (IResult)Answer.Of(release) : Results.NotFound())
            .AllowAnonymous().WithName("ReadRelease").WithSummary("One day's release, and what differs from the day before").Produces<DailyRelease>();
        routes.MapGet($"{Day}/{ReleaseZip.FileName}", SendWhole)
            .AllowAnonymous().WithName("ReadReleaseArchive").WithSummary("A day's release in one file, with SHA256SUMS and the keys").Produces<byte[]>(StatusCodes.Status200OK, "application/zip");
        routes.MapGet(Day + "/{file}", Send)
            .AllowAnonymous().WithName("ReadReleaseFile").WithSummary("A file of a day's release; manifest is the signed one").Produces<string>(StatusCodes.Status200OK, "text/csv", "application/x-ndjson", "application/json", "text/plain");
    }

    /// <param name="before">Only days before this one; null for the newest.</param>
    internal static ReleaseList List(Archive archive, ReleaseSettings settings, DateOnly? before)
    {
        var days = archive.Days.Reverse().Where(day => before is null || day < before).Take(Most + 1).ToArray();
        return new(
            [.. days.Take(Most).Select(archive.Find).OfType<StoredRelease>().Select(Item)], days.Length > Most ? days[Most - 1] : null,
            settings.IsOn ? settings.Signer.Key.ToString() : null);
    }

    /// <summary>Null when that is no day, or it was not released.</summary>
    internal static DailyRelease? Find(Archive archive, string day)
    {
        if (!ReleaseFile.TryDay(day, out var of) || archive.Find(of) is not { Manifest: var manifest } release)
        {
            return null;
        }

        var after = archive.Days.FirstOrDefault(next => next > of);
        return new(
            of, manifest.IsUnchanged, release.AsBefore.Sha256, manifest.Before?.Day, after == default ? null : after,
            manifest.Log is { } log ? new(log.Origin, log.Size, log.Root.ToString()) : null, Href(of, ReleaseManifest.FileName), Href(of, ReleaseZip.FileName),
            [.. manifest.Files.Select(f => new ReleasedFile(f.Name, f.Sha256, f.Bytes, f.Rows, f.In, Href(of, f.Name)))],
            archive.Read(release, ReleaseMaker.ChangesName) is { } changes ? JsonSerializer.Deserialize<DayChanges>(changes, RegistryJson.Events)!.Tables : []);
    }

    private static ReleaseItem Item(StoredRelease release)
    {
        var rows = release.Manifest.Files.ToDictionary(f => f.Name, f => f.Rows);
        return new(
            release.Day, release.Manifest.IsUnchanged, release.Manifest.Before is null ? null : rows.GetValueOrDefault(ReleaseMaker.ChangesName), release.Manifest.Files.Sum(f => f.Bytes),
            Rows(OpenTable.Parks), Rows(OpenTable.Years), Rows(OpenTable.Events), Rows(OpenTable.Disputes), Rows(OpenTable.KeyProjects));

        long Rows(OpenTable table) => rows.GetValueOrDefault(table.CsvName);
    }

    private static string Href(DateOnly day, string file) => $"/api/public/v1/open-data/releases/{ReleaseFile.NameOf(day)}/{file}";

    private static IResult Keys(IOptions<ReleaseSettings> settings, HttpResponse response)
    {
        (response.Headers.CacheControl, response.Headers.AccessControlAllowOrigin) = (Hour, "*");
        if (!settings.Value.IsOn)
        {
            return Results.NotFound();
        }

        var keys = Encoding.UTF8.GetBytes(settings.Value.KeysText);
        return Results.Bytes(keys, "text/plain; charset=utf-8", entityTag: new(PublicPage.TagOf(keys)));
    }

    private static IResult SendWhole(string day, Archive archive, IOptions<ReleaseSettings> settings) =>
        ReleaseFile.TryDay(day, out var of) && archive.Find(of) is { } release ? new ReleaseZip(archive, release, settings.Value.KeysText) : Results.NotFound();

    private static IResult Send(string day, string file, Archive archive, HttpResponse response)
    {
        response.Headers.AccessControlAllowOrigin = "*";
        if (!ReleaseFile.TryDay(day, out var of) || archive.Find(of) is not { } release)
        {
            return Results.NotFound();
        }

        if (file == ReleaseManifest.FileName)
        {
            return Sent(archive.PathOf(of, file), release.AsBefore.Sha256, $"{ReleaseFile.NameOf(of)}-{file}", response);
        }

        return release.Manifest.Files.FirstOrDefault(f => f.Name == file) is { } named
            ? Sent(archive.PathOf(named.In, file), named.Sha256, $"{ReleaseFile.NameOf(of)}-{file}", response)
            : Results.NotFound();
    }

    /// <summary>What was released never changes.</summary>
    private static IResult Sent(string path, string hash, string name, HttpResponse response)
    {
        response.Headers.CacheControl = Forever;
        return Results.File(path, MediaType(path), name, lastModified: null, new EntityTagHeaderValue($"\"{hash[..24]}\""), enableRangeProcessing: true);
    }

    private static string MediaType(string path) => Path.GetExtension(path) switch
    {
        ".csv" => "text/csv; charset=utf-8",
        ".jsonl" => "application/x-ndjson; charset=utf-8",
        ".json" => "application/json; charset=utf-8",
        _ => "text/plain; charset=utf-8",
    };
}
