namespace PilotRegistry.Cli;

/// <summary>
/// One invented year of an invented park, marked 演示 wherever it is shown: about 22万tce, three quarters of it clean, so that
/// the core indicator lies below 0.2 t/tce (附件3) without being round.
/// </summary>
internal static class DemoYear
{
    /// <summary>The last year that is over in Beijing.</summary>
    public static int Year => DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8)).Year - 1;

    /// <param name="gridMwh">Grid power without a claim; the verifier finds 480 MWh more than the park had reported.</param>
    public static object Data(string gridMwh) => new
    {
        year = Year,
        fuels = new object[]
        {
            new { fuel = "NG", use = "heat", quantity = "786.4", note = "燃气锅炉", quality = "measured" },
            new { fuel = "DIESEL", use = "terminal", quantity = "212.7", note = "场内车辆", quality = "calculated" },
        },
        electricity = new object[]
        {
            new { direction = "in", kind = "direct", mwh = "402350", quality = "measured" },
            new { direction = "in", kind = "own", mwh = "98720.5", quality = "measured" },
            new { direction = "in", kind = "greenTrade", mwh = "151800", quality = "measured" },
            new { direction = "in", kind = "certificate", mwh = $"{CertificateMwh}", quality = "measured" },
            new { direction = "in", kind = "grid", mwh = gridMwh, quality = "measured" },
        },
        heat = new object[] { new { direction = "in", source = "nonFossil", gj = "38600", quality = "measured" } },
        indicators = new
        {
            solidWaste = new { generated = "18420", oldStockUtilised = "0", utilised = "16105" },
            wasteEnergy = new { heat = new { recoverable = "2140", recovered = "1388" }, cold = (object?)null, pressure = new { recoverable = "310", recovered = "172" } },
            water = new { fresh = "214", reused = "1186" },
            notApplicable = new object[] { new { indicator = "unitProducts", reason = "园区内没有已发布国家能耗限额标准的产品。" } },
        },
    };

    /// <summary>Invented numbers of an invented project, which no other park can hold: they begin with DEMO and a part of the park's id.</summary>
    public static object Certificates(Guid park)
    {
        var project = "DEMO" + $"{park:N}"[^13..].ToUpperInvariant();
        return new
        {
            items = new[]
            {
                new
                {
                    first = $"{project}{1:D13}11",
                    last = $"{project}{CertificateMwh:D13}11",
                    kind = "certificate",
                    productionMonth = $"{Year}-06",
                    beneficiary = "（演示）园区管理机构",
                    cancelledOn = $"{Year}-12-20",
                    source = "wind",
                },
            },
        };
    }

    /// <summary>Each certificate is 1 MWh.</summary>
    public const int CertificateMwh = 31000;

    public const string ReportedGridMwh = "19460";
    public const string VerifiedGridMwh = "19940";
}
