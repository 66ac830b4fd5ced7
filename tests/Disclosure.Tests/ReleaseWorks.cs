using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PilotRegistry.Contracts;
using PilotRegistry.Disclosure.Releases;
using PilotRegistry.EventStore;
using PilotRegistry.Messaging;
using PilotRegistry.Testing;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Disclosure;

/// <summary>An archive of its own in a real folder, and a clock, over the database of a running service.</summary>
internal sealed class ReleaseWorks : IDisposable
{
    public const string Origin = "registry.example";
    public static readonly string Key = Convert.ToBase64String(SHA256.HashData("the releases"u8));

    private readonly DisclosureService service;
    private readonly bool isOwn;

    private ReleaseWorks(DisclosureService service, string? folder)
    {
        (this.service, isOwn) = (service, folder is null);
        Settings = new() { Folder = folder ?? Directory.CreateTempSubdirectory("releases").FullName, Origin = Origin, Key = Key };
    }

    public ReleaseSettings Settings { get; }

    public SettableClock Clock { get; } = new();

    /// <summary>The log; null where there is none.</summary>
    public Func<CancellationToken, Task<Checkpoint>>? Log { get; set; }

    /// <summary>A new archive: what the database remembers of others is forgotten.</summary>
    public static async Task<ReleaseWorks> BeginAsync(DisclosureService service, string? folder = null)
    {
        await service.AsOwnerAsync("delete from releases");
        return new(service, folder);
    }

    /// <summary>The clock in Beijing.</summary>
    public void Now(DateOnly day, int hour = 0, int minute = 10) => Clock.Advance(Beijing.StartOf(day).AddHours(hour).AddMinutes(minute) - Clock.GetUtcNow());

    public Archive Archive(Action<string>? before = null) => new(Options.Create(Settings)) { Before = before ?? (_ => { }) };

    public Task<IReadOnlyList<DateOnly>> CatchUpAsync(Archive? archive = null) => new ReleaseMaker(
        archive ?? Archive(), new(service.Services.GetRequiredService<EventDatabase>()),
        new(service.Services.GetRequiredService<EventDatabase>(), service.Services.GetRequiredService<EventCatalogue>()), new(Log), Options.Create(Settings), Clock).CatchUpAsync(default);

    /// <summary>Once its signature was checked.</summary>
    public ReleaseManifest Manifest(DateOnly day) => ReleaseManifest.Open(SignedNote.Parse(Archive().Find(day)!.Note), [Settings.Signer.Key]);

    /// <summary>A file of that day's release, wherever its bytes lie.</summary>
    public string Text(DateOnly day, string name) => Encoding.UTF8.GetString(Archive().Read(Archive().Find(day)!, name)!);

    /// <summary>The line of a table that begins with this id.</summary>
    public string Line(DateOnly day, string name, Guid id) => Text(day, name).Split("\r\n").Single(line => line.StartsWith(id.ToString(), StringComparison.Ordinal));

    /// <summary>What is stored with that day.</summary>
    public string[] Stored(DateOnly day) =>
        [.. Directory.EnumerateFiles(Path.Combine(Settings.Folder, ReleaseFile.NameOf(day))).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public void Dispose()
    {
        if (isOwn)
        {
            Directory.Delete(Settings.Folder, recursive: true);
        }
    }
}

internal static class OnADay
{
    /// <summary>The event as if it had happened then, in Beijing.</summary>
    public static CloudEvent On(this CloudEvent happened, DateOnly day, int hour = 10) => happened with { Time = Beijing.StartOf(day).AddHours(hour) };
}
