namespace PilotRegistry.Testing;

/// <summary>People of the tests: one for each role, and some who must be kept out.</summary>
public sealed record Persona(Guid Id, Guid Organisation, string Role, string? Province = null, Guid? Park = null, string? Client = null)
{
    public const string Jiangsu = "320000";
    public const string Zhejiang = "330000";

    public static readonly Guid ParkBody = Named(1);
    public static readonly Guid OtherParkBody = Named(2);
    public static readonly Guid VerificationBody = Named(3);
    public static readonly Guid OtherVerificationBody = Named(4);

    public static readonly Persona OfPark = new(Named(11), ParkBody, "park");
    public static readonly Persona OtherPark = new(Named(12), OtherParkBody, "park");
    public static readonly Persona City = new(Named(13), Named(5), "city", Jiangsu);
    public static readonly Persona OfProvince = new(Named(14), Named(6), "province", Jiangsu);
    public static readonly Persona OtherProvince = new(Named(15), Named(7), "province", Zhejiang);
    public static readonly Persona National = new(Named(16), Named(8), "national");
    public static readonly Persona Expert = new(Named(17), Named(8), "expert");
    public static readonly Persona Verifier = new(Named(18), VerificationBody, "verifier");
    public static readonly Persona Lead = new(Named(19), VerificationBody, "verifier-lead");
    public static readonly Persona OtherLead = new(Named(20), OtherVerificationBody, "verifier-lead");
    public static readonly Persona Auditor = new(Named(21), Named(9), "auditor");
    public static readonly Persona Operator = new(Named(22), Named(10), "operator");

    /// <summary>A service of the registry itself, with its own client.</summary>
    public static readonly Persona Registry = new(Named(23), Named(23), "service");

    public static readonly IReadOnlyList<Persona> All =
        [OfPark, OtherPark, City, OfProvince, OtherProvince, National, Expert, Verifier, Lead, OtherLead, Auditor, Operator];

    /// <summary>A fixed id that is easy to recognise in a failing test.</summary>
    public static Guid Named(int number) => new($"00000000-0000-4000-8000-{number:D12}");
}
