using PilotRegistry.EventStore;

namespace PilotRegistry.Registration.Features;

/// <summary>Refusals that several commands on an application share.</summary>
public static class ApplicationRules
{
    public static readonly Refusal NotYourPark = new("not-your-park", "This park belongs to another management body.");
    public static readonly Refusal NotOpen = new("application-not-open", "The application is with the reviewers; it can be changed only when they return it.");
    public static readonly Refusal NotYourProvince = new("not-your-province", "This application belongs to another province.");
    public static readonly Refusal NotSubmitted = new("application-not-submitted", "The application is not before the province.");
}
