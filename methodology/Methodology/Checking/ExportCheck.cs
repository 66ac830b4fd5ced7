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
                $"外送的自发电量超过园区自发非化石电量与余能、垃圾、生物质发电量之和（{NumberText.Format(own)} MWh）：请核对外送量，或补填自发非化石电量和火力发电量。",
                $"More own power leaves than own non-fossil, recovered, waste and biomass power was made ({NumberText.Format(own)} MWh): check what leaves, or add the generation, own non-fossil or thermal.");

        var direct = park.MwhIn(ElectricityKind.Direct);
        if (park.MwhOut(ElectricityKind.Direct) > direct)
            problems.Add(First(park, ElectricityKind.Direct), "direct-export-above-supply",
                $"转出的直供电量超过直供电量（{NumberText.Format(direct)} MWh）：请核对，或把其余部分改填为自发或电网。",
                $"More direct power is passed on than was supplied ({NumberText.Format(direct)} MWh): check it, or enter the rest as own or grid power.");

        var fossil = park.MwhMade(GenerationSource.Fossil);
        if (park.MwhOut(ElectricityKind.Grid) > fossil)
            problems.Add(First(park, ElectricityKind.Grid), "grid-export-above-generation",
                $"外送的电网电量只能是园区内燃料所发电量，现超过化石燃料发电量合计（{NumberText.Format(fossil)} MWh）：请核对，或补填发电量。",
                $"Power that leaves as grid is power made from fuels inside, and exceeds what fossil fuels generated ({NumberText.Format(fossil)} MWh): check it, or add the generation.");
    }

    private static string First(ParkYear park, ElectricityKind kind) =>
        $"/{park.Electricity.First(flow => flow.Direction is FlowDirection.Out && flow.Row.Kind == kind).At}/mwh";
}
