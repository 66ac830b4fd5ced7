namespace PilotRegistry.Identity;

/// <summary>Ids that never change.</summary>
public static class Organisations
{
    /// <summary>Who runs the registry; its services and operators act for it.</summary>
    public static readonly Guid Platform = new("0197f000-0000-7000-8000-000000000001");
}
