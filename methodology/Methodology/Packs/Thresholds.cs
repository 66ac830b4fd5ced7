namespace PilotRegistry.Methodology;

/// <summary>The thresholds every pack must set: when a signal speaks.</summary>
internal static class Thresholds
{
    public const string NearTarget = "nearTarget";
    public const string NearCliff = "nearCliff";
    public const string LowDirectSupply = "lowDirectSupply";
    public const string HighCertificateShare = "highCertificateShare";
    public const string MeterResidual = "meterResidual";
    public const string StockResidual = "stockResidual";
    public const string DirectLineOwnUse = "directLineOwnUse";
    public const string DirectLineUserShare = "directLineUserShare";
    public const string DirectLineUserShareFrom2030 = "directLineUserShareFrom2030";
    public const string RoundNumbers = "roundNumbers";
    public const string FewEnterprises = "fewEnterprises";
    public const string FewCarryReduction = "fewCarryReduction";

    public static readonly string[] Known =
    [
        NearTarget, NearCliff, LowDirectSupply, HighCertificateShare, MeterResidual, StockResidual, DirectLineOwnUse,
        DirectLineUserShare, DirectLineUserShareFrom2030, FewEnterprises, FewCarryReduction, RoundNumbers
    ];
}
