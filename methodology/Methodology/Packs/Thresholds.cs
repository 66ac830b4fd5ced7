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
    public const string JumpAgainstLastYear = "jumpAgainstLastYear";
    public const string QuantityJump = "quantityJump";
    public const string SourceGone = "sourceGone";
    public const string BehindPromise = "behindPromise";
    public const string PeerSpread = "peerSpread";
    public const string LateAfterDays = "lateAfterDays";
    public const string LateHeavyEdit = "lateHeavyEdit";
    public const string ManyLateEdits = "manyLateEdits";

    public static readonly string[] Known =
    [
        NearTarget, NearCliff, LowDirectSupply, HighCertificateShare, MeterResidual, StockResidual, DirectLineOwnUse,
        DirectLineUserShare, DirectLineUserShareFrom2030, FewEnterprises, FewCarryReduction, RoundNumbers,
        JumpAgainstLastYear, QuantityJump, SourceGone, BehindPromise, PeerSpread, LateAfterDays, LateHeavyEdit, ManyLateEdits
    ];
}
