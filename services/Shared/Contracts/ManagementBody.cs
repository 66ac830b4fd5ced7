namespace PilotRegistry.Contracts;

/// <summary>The caller as a park account: its organisation, and the one park it is narrowed to, if any.</summary>
public sealed record ManagementBody(Guid OrganisationId, Guid? OnlyPark = null)
{
    /// <summary>Whether this account acts for a park; never for one that has no management body here.</summary>
    public bool ActsFor(Guid? managementBodyId, Guid parkId) => managementBodyId == OrganisationId && (OnlyPark ?? parkId) == parkId;
}
