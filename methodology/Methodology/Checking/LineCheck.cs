namespace PilotRegistry.Methodology;

/// <summary>One line at a time: known codes, numbers where they are required, none where they are not allowed.</summary>
internal sealed class LineCheck(RulePack pack, Problems problems)
{
    public FuelCheck Fuels { get; } = new(pack, problems);

    public FuelAmount? Amount(IFuelQuantity line, string at) => Fuels.Amount(line, at);

    public BurnedFuel? Fuel(FuelLine line, string at)
    {
        if (line.Use is null) problems.Missing(new Place(at, "use"), "用途：终端消费、火力发电、供热或原料", "what the fuel was used for: terminal use, power generation, heat supply or raw material");
        return Fuels.Amount(line, at) is { } amount && line.Use is { } use ? new(amount, use) : null;
    }

    public FuelConversion? Conversion(ConversionLine line, string at)
    {
        if (line.Kind is null) problems.Missing(new Place(at, "kind"), "加工转换类型，例如炼焦", "the kind of conversion, such as coking");
        if (line.Inputs.Count == 0) OneSided(new Place(at, "inputs"));
        if (line.Outputs.Count == 0) OneSided(new Place(at, "outputs"));
        var inputs = YearCheck.Each(line.Inputs, $"{at}/inputs", Fuels.Amount, problems);
        var outputs = YearCheck.Each(line.Outputs, $"{at}/outputs", Fuels.Amount, problems);
        return line.Kind is { } kind ? new(at, kind, inputs, outputs) : null;
    }

    public PowerFlow? Electricity(ElectricityLine line, string at)
    {
        var mwh = Quantity(line.Mwh, new Place(at, "mwh"), "电量（MWh）", "the electricity in MWh");
        if (line.Direction is null) MissingDirection(at);
        if (line.Kind is null) problems.Missing(new Place(at, "kind"), "电量类型，例如电网电量", "the kind of electricity, such as grid electricity");
        if (mwh is null || line.Direction is not { } direction || line.Kind is not { } kind) return null;
        if (direction is FlowDirection.In || pack.Electricity[kind].MayLeave) return new(at, direction, pack.Electricity[kind], mwh.Value);
        problems.Add($"/{at}/kind", "kind-cannot-leave",
            "绿电交易、绿证和市场化非化石电量不能作为外送：外送电量请选自发（自发非化石、余能、垃圾、生物质发电）、直供（直供转出）或电网（园区内燃料发电）。",
            "Traded, certified and market non-fossil power cannot leave: enter what leaves as own power (own non-fossil, recovered, waste or biomass), direct supply (passed on) or grid power (made from fuels inside).");
        return null;
    }

    public Generation? Generation(ThermalGenerationLine line, string at)
    {
        var mwh = Quantity(line.Mwh, new Place(at, "mwh"), "发电量（MWh）", "the generation in MWh");
        if (line.Source is null) problems.Missing(new Place(at, "source"), "发电来源：化石燃料、余能、垃圾或生物质", "the source: fossil fuels, recovered energy, waste or biomass");
        return mwh is { } made && line.Source is { } source ? new(source, made) : null;
    }

    public HeatFlow? Heat(HeatLine line, string at)
    {
        var gj = Quantity(line.Gj, new Place(at, "gj"), "热量（GJ）", "the heat in GJ");
        if (line.Direction is null) MissingDirection(at);
        if (line.Source is null) problems.Missing(new Place(at, "source"), "热源：化石或非化石", "the source: fossil or non-fossil");
        if (line.Source is not { } source || HeatFactor(line, pack.Heat[source], at) is not { } factor) return null;
        return gj is { } heat && line.Direction is { } direction ? new(at, direction, pack.Heat[source], factor, heat) : null;
    }

    public MadeProduct? Product(ProductLine line, string at) => ProductCheck.Check(line, at, pack, problems);

    public RemovedCarbon? Removal(Removal line, string at) =>
        Quantity(line.Tonnes, new Place(at, "t"), "数量（t CO2）", "the amount in t CO2") is { } tonnes ? new(at, line.Kind ?? "", tonnes) : null;

    private SourcedNumber? HeatFactor(HeatLine line, HeatRow row, string at)
    {
        if (line.Factor is not { } measured) return row.Emission;
        if (row.Source is HeatSource.Fossil)
            return NumberRules.HoldsMeasured(measured, new Place(at, "factor"), problems)
                ? SourcedNumber.GivenByPark($"{at}/factor", measured, "t/GJ", "实测 measured")
                : null;
        problems.Add($"/{at}/factor", "heat-factor-not-allowed",
            "非化石热力的因子为 0，不能自填：请删除实测因子，或把热源改为化石。",
            "Non-fossil heat has the factor 0 and takes no other: leave the measured factor out, or change the source to fossil.");
        return null;
    }

    private decimal? Quantity(decimal? value, Place pointer, string whatZh, string whatEn) =>
        RequiredNumber.Of(value, pointer, whatZh, whatEn, problems);

    private void MissingDirection(string at) => problems.Missing(new Place(at, "direction"), "方向：调入或外供", "the direction: in or out");

    private void OneSided(Place pointer) => problems.Add(pointer, "conversion-one-sided",
        "加工转换必须同时填写投入和产出：请补齐；没有产出的燃烧请填在能源消费中。",
        "A conversion needs inputs and outputs: add what is missing; what only burns belongs among the fuels.");
}
