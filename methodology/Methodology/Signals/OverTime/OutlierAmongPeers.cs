namespace PilotRegistry.Methodology;

/// <summary>
/// The core indicator lies outside what parks of the same industry group show: beyond the quartiles by more than the
/// threshold times the range between them (Tukey's fences).
/// </summary>
internal static class OutlierAmongPeers
{
    private const int EnoughToCompare = 5;

    public static IEnumerable<Signal> Look(YearInTime year)
    {
        var peers = year.This.Peers.Select(peer => peer.Core).Order().ToList();
        if (year.Core is not { } core || peers.Count < EnoughToCompare) yield break;
        var (low, high) = (Quantile(peers, 1), Quantile(peers, 3));
        var reach = year.Threshold(Thresholds.PeerSpread) * (high - low);
        if (core < low - reach || core > high + reach)
            yield return Saw.Warning("outlierAmongPeers",
                "单位能耗碳排放与同行业园区明显不同：请核对数据，或说明原因。",
                "CO2 per tce is far from that of parks of the same industry group: check the data, or say why.",
                ("core", core), ("peers", peers.Count), ("lowerQuartile", low), ("median", Quantile(peers, 2)), ("upperQuartile", high));
    }

    /// <summary>A quarter of the way, interpolated between neighbours.</summary>
    private static decimal Quantile(List<decimal> sorted, int quarters)
    {
        var at = (sorted.Count - 1) * quarters / 4m;
        var below = (int)at;
        return below + 1 < sorted.Count ? sorted[below] + (sorted[below + 1] - sorted[below]) * (at - below) : sorted[below];
    }
}
