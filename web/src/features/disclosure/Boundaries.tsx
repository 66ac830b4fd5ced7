import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoundaryVersion, ParkDetail } from '../../api/types';
import { day } from '../../lib/date';
import { Quantity } from '../../parts/Quantity';
import { BoundaryDiff, Difference, type Bounds } from './BoundaryDiff';

/** All versions of the boundary, and what changed between two of them: the last two, unless the reader chooses others. */
export function Boundaries({ park }: { park: ParkDetail }) {
  const { t } = useTranslation();
  const versions = park.boundaries;
  const [from, setFrom] = useState(versions.length - 1);
  const [to, setTo] = useState(versions.length);
  const [before, after] = [versions[from - 1], versions[to - 1]];
  const bounds = (version: BoundaryVersion): Bounds => ({ title: t('boundary.versionOf', { number: version.number }), words: version.fourBounds, geometry: version.geometry, area: version.areaKm2 });
  return (
    <>
      <Versions versions={versions} />
      <h3>{t('boundary.compare')}</h3>
      <div className="boundary-choice no-print">
        <Choice id="boundary-from" label={t('boundary.from')} value={from} versions={versions.filter(({ number }) => number !== to)} onChange={setFrom} />
        <Choice id="boundary-to" label={t('boundary.to')} value={to} versions={versions.filter(({ number }) => number !== from)} onChange={setTo} />
      </div>
      {before && after && <BoundaryDiff name={park.name} before={bounds(before)} after={bounds(after)} />}
    </>
  );
}

type ChoiceProps = { id: string; label: string; value: number; versions: BoundaryVersion[]; onChange: (number: number) => void };

function Choice({ id, label, value, versions, onChange }: ChoiceProps) {
  const { t } = useTranslation();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="input" value={value} onChange={(event) => { onChange(Number(event.target.value)); }}>
        {versions.map(({ number }) => <option key={number} value={number}>{t('boundary.versionOf', { number })}</option>)}
      </select>
    </div>
  );
}

/** Newest first: since when, on whose word, how large, and how much larger or smaller than before. */
function Versions({ versions }: { versions: BoundaryVersion[] }) {
  const { t, i18n } = useTranslation();
  return (
    <div className="scroll-x" role="group" aria-labelledby="boundaries" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('boundary.version')}</th><th scope="col">{t('boundary.since')}</th><th scope="col">{t('boundary.document')}</th>
            <th scope="col" className="number">{t('boundary.area')}</th><th scope="col" className="number">{t('boundary.areaChange')}</th>
          </tr>
        </thead>
        <tbody>
          {[...versions].reverse().map((version) => {
            const last = versions[version.number - 2];
            return (
              <tr key={version.eventId}>
                <th scope="row">{version.number}</th>
                <td>{version.validFrom === null ? t('boundary.fromStart') : t('boundary.fromYear', { year: version.validFrom })}</td>
                <td>{t(`boundary.by.${version.type.split('.')[1] ?? ''}`)}{version.document && <p className="small soft" lang="zh-CN">{version.document}</p>}<p className="small soft">{t('park.recordedOn', { day: day(version.at, i18n.language) })}</p></td>
                <td className="number"><Quantity value={version.areaKm2} unit="km²" /></td>
                <td className="number">{last?.areaKm2 && version.areaKm2 ? <Difference from={last.areaKm2} to={version.areaKm2} /> : '–'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
