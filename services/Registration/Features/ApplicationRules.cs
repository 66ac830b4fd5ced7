using System.Security.Claims;
using System.Text.Json;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Registration.Features;

/// <summary>Refusals that several commands on an application share.</summary>
public static class ApplicationRules
{
    public static readonly Refusal NotYourPark = new("not-your-park", "This park belongs to another management body.");
    public static readonly Refusal NotOpen = new("application-not-open", "The application is with the reviewers; it can be changed only when they return it.");
    public static readonly Refusal NotYourProvince = new("not-your-province", "This application belongs to another province.");
    public static readonly Refusal NotSubmitted = new("application-not-submitted", "The application is not before the province.");

    public static ManagementBody AsBody(this ClaimsPrincipal user) => new(user.Organisation(), user.ParkId());

    public static bool SameFacts(ParkFacts one, ParkFacts other) =>
        JsonElement.DeepEquals(JsonSerializer.SerializeToElement(one, RegistryJson.Events), JsonSerializer.SerializeToElement(other, RegistryJson.Events));
}
