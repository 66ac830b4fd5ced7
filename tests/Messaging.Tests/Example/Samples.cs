using System.Text.Json;
using PilotRegistry.Contracts;
using PilotRegistry.Testing;

namespace PilotRegistry.Messaging.Example;

/// <summary>Events of the tests.</summary>
internal static class Samples
{
    public static readonly Guid Park = Persona.Named(301);

    public static ApplicationRecommended Recommended(int number) => new(Park, $"2026-{number}", "基础条件符合");

    /// <summary>As another service published it.</summary>
    public static CloudEvent Event(Guid stream, int sequence, string reasons = "基础条件符合") => new(
        StableId.Of(stream, sequence), "/registration", "registration.application-recommended.v1",
        new DateTimeOffset(2026, 3, 2, 8, 0, 0, 125, TimeSpan.Zero).AddMinutes(sequence), Park, stream, "application", sequence, "province",
        JsonSerializer.SerializeToElement(new ApplicationRecommended(Park, $"2026-{sequence}", reasons), RegistryJson.Events));
}
