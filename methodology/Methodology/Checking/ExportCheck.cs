namespace PilotRegistry.Methodology;

/// <summary>Power can leave only as what it is: each kind no more than was made or passed on.</summary>
internal static class ExportCheck
{
    public static void Check(ParkYear park, Problems problems)
    {
        var own = park.MwhIn(ElectricityKind.Own)
            + park.MwhMade(GenerationSource.Recovered, GenerationSource.Waste, GenerationSource.Biomass);
        if (park.MwhOut(ElectricityKind.Own) > own)
            problems.Add(First(park, ElectricityKind.Own), "own-export-above-generation",
                $"外送的 own 电量超过园区自发非化石电量与余能、垃圾、生物质发电量之和（{NumberText.Format(own)} MWh）：请核对外送量，或补填 electricity 中的 own 和 thermalGeneration。",
                $"More own power leaves than own non-fossil, recovered, waste and biomass power was made ({NumberText.Format(own)} MWh): check what leaves, or add the generation to electricity own and thermalGeneration.");

        var direct = park.MwhIn(ElectricityKind.Direct);
        if (park.MwhOut(ElectricityKind.Direct) > direct)
            problems.Add(First(park, ElectricityKind.Direct), "direct-export-above-supply",
                $"转出的 direct 电量超过直供电量（{NumberText.Format(direct)} MWh）：请核对，或把其余部分改填 own 或 grid。",
                $"More direct power is passed on than was supplied ({NumberText.Format(direct)} MWh): check it, or enter the rest as own or grid.");

        var fossil = park.MwhMade(GenerationSource.Fossil);
        if (park.MwhOut(ElectricityKind.Grid) > fossil)
            problems.Add(First(park, ElectricityKind.Grid), "grid-export-above-generation",
                $"外送的 grid 电量只能是园区内燃料所发电量，现超过 thermalGeneration 中的 fossil 合计（{NumberText.Format(fossil)} MWh）：请核对，或补填 thermalGeneration。",
                $"Power that leaves as grid is power made from fuels inside, and exceeds the fossil thermalGeneration ({NumberText.Format(fossil)} MWh): check it, or add the generation.");
    }

    private static string First(ParkYear park, ElectricityKind kind) =>
        $"/{park.Electricity.First(flow => flow.Direction is FlowDirection.Out && flow.Row.Kind == kind).At}/mwh";
}
