using System.Text.Json;

namespace PilotRegistry.Cli.Verification;

/// <summary>What the public answers say of one event of a park.</summary>
public sealed record ShownEvent(Guid EventId, DateTimeOffset At, string Type, string Actor, IReadOnlyDictionary<string, string> Facts, ulong? LogIndex);

/// <summary>A park's timeline, as the public API gives it or somebody kept it.</summary>
public sealed record ShownTimeline(IReadOnlyList<ShownEvent> Items)
{
    /// <param name="file">Null when the place is asked; a folder has none.</param>
    /// <exception cref="RegistryException">There is no such file, or a folder without one.</exception>
    public static async Task<ShownTimeline> ReadAsync(string place, PublicLog log, Guid park, string? file)
    {
        if (file is null && Directory.Exists(place))
        {
            throw new RegistryException($"A folder holds no timeline: save /api/public/v1/parks/{park}/timeline and give --timeline FILE.");
        }

        if (file is not null && !File.Exists(file))
        {
            throw new RegistryException($"There is no file {file}.");
        }

        try
        {
            var text = file is null ? await log.ReadAsync($"api/public/v1/parks/{park}/timeline") : await File.ReadAllBytesAsync(file);
            return JsonSerializer.Deserialize<ShownTimeline>(text, JsonSerializerOptions.Web) is { Items: not null } read ? read : throw new JsonException("it has no items");
        }
        catch (FileNotFoundException)
        {
            // Not public, or hidden: what the log says of the park decides which.
            return new([]);
        }
        catch (JsonException wrong)
        {
            throw new RegistryException($"That is not a timeline: {wrong.Message}");
        }
    }
}
